import { useEffect } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { recalled, startOver } from '../../chooser/memory.ts';
import { pages, sample, step } from '../../chooser/store.ts';
import { preview, terms } from '../../chooser/terms.ts';
import { sayCount } from '../../say.ts';
import { visibleName } from '../../view/visible-name.ts';
import { ChooserFooter } from './chooser-footer.tsx';
import { ChooserNotes } from './chooser-notes.tsx';
import { ChooserResult } from './chooser-result.tsx';
import { ChooserTerms } from './chooser-terms.tsx';
import { ChooserTools, focusFilter } from './chooser-tools.tsx';
import { LinkList } from './link-list.tsx';
import { LiveRegion } from '../live-region.tsx';
import { Mark } from '../mark.tsx';
import { MessageBar } from '../message-bar.tsx';

/** ms after the last key or move before the worker is asked what becomes of the sample. */
const CALM = 150;

export function ChooserPage({ readAgain }: { readAgain: () => void }) {
  return (
    <>
      <ChooserHeader />
      <main class="chooser-main">
        <Content readAgain={readAgain} />
      </main>
      <LiveRegion />
    </>
  );
}

function ChooserHeader() {
  const [page, ...others] = step.value.step === 'reading' ? [] : pages.value;
  const title = page === undefined ? '' : visibleName(page.title.trim());
  return (
    <header class="chooser-header">
      <Mark />
      <div class="chooser-title">
        <h1>
          {others.length > 0 ? (
            sayCount('chooser_manyPages', others.length + 1)
          ) : (
            <bdi>{title === '' ? words('chooser_heading') : title}</bdi>
          )}
        </h1>
        {page === undefined ? null : (
          <p>
            {[page, ...others].slice(0, 8).map(({ url }, place) => (
              <bdi key={place} class="fact" title={url}>
                {visibleName(others.length === 0 ? url : hostOf(url))}
              </bdi>
            ))}
          </p>
        )}
      </div>
    </header>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function Content({ readAgain }: { readAgain: () => void }) {
  const now = step.value;
  switch (now.step) {
    case 'reading':
      return (
        <p class="chooser-reading" role="status">
          {words('chooser_reading')}
        </p>
      );
    case 'trouble':
      return (
        <div class="chooser-trouble">
          <MessageBar tone="bad">{now.text}</MessageBar>
          {now.canReadAgain ? (
            <button type="button" class="button" onClick={readAgain}>
              {words('chooser_tryAgain')}
            </button>
          ) : null}
        </div>
      );
    case 'choosing':
    case 'sending':
      return <Choosing />;
    case 'sent':
      return <ChooserResult sent={now.sent} unsent={now.unsent} />;
  }
}

function Choosing() {
  const link = sample.value;
  const wanted = terms.value;
  useEffect(() => {
    const timer = setTimeout(() => void preview(link, wanted), CALM);
    return () => clearTimeout(timer);
  }, [link, wanted]);
  return (
    <>
      <Recalled />
      <ChooserTools />
      <LinkList />
      <ChooserNotes />
      <ChooserTerms />
      <ChooserFooter />
    </>
  );
}

/** Says that the page begins with an earlier choice: a list that is narrowed without a word would look incomplete. */
function Recalled() {
  const now = recalled.value;
  if (now === null) return null;
  return (
    <p class="recalled">
      <span>{words(now.fits ? 'chooser_recalled' : 'chooser_recalledNothing', visibleName(now.site))}</span>
      <button
        type="button"
        class="button button-quiet button-small"
        onClick={() => {
          void startOver();
          // The button goes: the keyboard goes on where the page begins.
          focusFilter();
        }}
      >
        {words('chooser_startOver')}
      </button>
    </p>
  );
}
