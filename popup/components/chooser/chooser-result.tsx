import { useEffect, useRef } from 'preact/hooks';
import { closeThisPage } from '../../../src/platform/pages.ts';
import { words } from '../../../src/platform/words.ts';
import { heldText, resultText } from '../../adding.ts';
import { backToLinks, sendAgain } from '../../chooser/sending.ts';
import { sayCount } from '../../say.ts';
import type { Sent } from '../../send-links.ts';
import { takenOnRequest } from '../../view/skipped.ts';
import { MessageBar } from '../message-bar.tsx';
import { SkippedList } from '../adding/skipped-list.tsx';

interface Props {
  sent: Sent;
  /** Links that were left when the user stopped it. */
  unsent: number;
}

/** What became of the links that were sent. The heading takes the focus: the button that was pressed is gone. */
export function ChooserResult({ sent, unsent }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [sent]);
  const again = takenOnRequest(sent.skipped);
  const isTaken = sent.ids.length > 0;
  return (
    <section class="result">
      <h2 ref={heading} tabIndex={-1}>
        {words(isTaken ? 'chooser_sentHeading' : 'chooser_notSentHeading')}
      </h2>
      {sent.error === null ? null : <MessageBar tone="bad">{words('chooser_brokeOff', sent.error)}</MessageBar>}
      {unsent === 0 ? null : <MessageBar tone="plain">{sayCount('chooser_unsent', unsent)}</MessageBar>}
      {sent.count === 0 ? null : (
        <MessageBar tone={isTaken ? 'good' : 'plain'}>
          <p class="message-text">{resultText(sent)}</p>
          {sent.isHeld ? <p>{heldText(sent)}</p> : null}
          <SkippedList skipped={sent.notes} />
          <SkippedList skipped={sent.skipped} />
          {again.length === 0 ? null : (
            <button type="button" class="button button-small" onClick={() => void sendAgain(again)}>
              {words('popup_addAnyway')}
            </button>
          )}
        </MessageBar>
      )}
      <div class="result-buttons">
        <button type="button" class="button button-main" onClick={() => void closeThisPage()}>
          {words('chooser_close')}
        </button>
        <button type="button" class="button" onClick={() => backToLinks()}>
          {words('chooser_back')}
        </button>
      </div>
    </section>
  );
}
