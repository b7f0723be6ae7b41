import { words } from '../../src/platform/words.ts';
import { step } from '../chooser-store.ts';
import { visibleName } from '../view/visible-name.ts';
import { ChooserFooter } from './chooser-footer.tsx';
import { ChooserResult } from './chooser-result.tsx';
import { ChooserTools } from './chooser-tools.tsx';
import { LinkList } from './link-list.tsx';
import { LiveRegion } from './live-region.tsx';
import { Mark } from './mark.tsx';
import { MessageBar } from './message-bar.tsx';

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
  const now = step.value;
  const page = 'page' in now ? now.page : null;
  const title = page === null ? '' : visibleName(page.title.trim());
  return (
    <header class="chooser-header">
      <Mark />
      <div class="chooser-title">
        <h1>
          <bdi>{title === '' ? words('chooser_heading') : title}</bdi>
        </h1>
        {page === null ? null : (
          <p>
            <bdi title={page.url}>{visibleName(page.url)}</bdi>
          </p>
        )}
      </div>
    </header>
  );
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
      return (
        <>
          <ChooserTools leftOut={now.page.leftOut} />
          <LinkList />
          <ChooserFooter page={now.page} />
        </>
      );
    case 'sent':
      return <ChooserResult page={now.page} sent={now.sent} />;
  }
}
