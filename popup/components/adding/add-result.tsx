import { words } from '../../../src/platform/words.ts';
import { heldText, resultText } from '../../adding.ts';
import type { Sent } from '../../send-links.ts';
import { takenOnRequest } from '../../view/skipped.ts';
import { MessageBar } from '../message-bar.tsx';
import { SkippedList } from './skipped-list.tsx';

interface Props {
  sent: Sent;
  onAddAnyway: (urls: string[]) => void;
  onDismiss: () => void;
}

/** What became of the links that were added: how many were taken, which were not and why. */
export function AddResult({ sent, onAddAnyway, onDismiss }: Props) {
  const again = takenOnRequest(sent.skipped);
  return (
    <MessageBar tone={sent.ids.length > 0 ? 'good' : 'plain'} onDismiss={onDismiss}>
      <p class="message-text">{resultText(sent)}</p>
      {sent.isHeld ? <p>{heldText(sent)}</p> : null}
      <SkippedList skipped={sent.notes} />
      <SkippedList skipped={sent.skipped} />
      {again.length === 0 ? null : (
        <button type="button" class="button button-small" onClick={() => onAddAnyway(again)}>
          {words('popup_addAnyway')}
        </button>
      )}
    </MessageBar>
  );
}
