import type { Notice } from '../../src/messages/protocol.ts';
import { words } from '../../src/platform/words.ts';
import { dismissNotice, refusal, silence, summary } from '../store.ts';
import { AddBox, focusAddBox } from './add-box.tsx';
import { LiveRegion } from './live-region.tsx';
import { MessageBar } from './message-bar.tsx';
import { PermissionOffer } from './permission-offer.tsx';
import { PopupFooter } from './popup-footer.tsx';
import { PopupHeader } from './popup-header.tsx';
import { QueueList } from './queue-list.tsx';

const TONES = {
  sent: 'good',
  'nothing-found': 'plain',
  'page-refused': 'bad',
  fault: 'bad',
} as const satisfies Record<Notice['kind'], 'good' | 'plain' | 'bad'>;

export function PopupPage() {
  const notice = summary.value?.notice ?? null;
  return (
    <>
      <PopupHeader />
      <main class="popup-main">
        <AddBox />
        {silence.value === null ? null : <MessageBar tone="bad">{silence.value}</MessageBar>}
        {refusal.value === null ? null : (
          <MessageBar tone="bad" onDismiss={() => leave(() => (refusal.value = null))}>
            {refusal.value}
          </MessageBar>
        )}
        {notice === null ? null : (
          <MessageBar tone={TONES[notice.kind]} onDismiss={() => leave(dismissNotice)}>
            {notice.text}
          </MessageBar>
        )}
        <PermissionOffer />
        <Queue />
      </main>
      <PopupFooter />
      <LiveRegion />
    </>
  );
}

function Queue() {
  if (summary.value === null) {
    return silence.value === null ? (
      <p class="unseen" aria-busy="true">
        {words('popup_loading')}
      </p>
    ) : null;
  }
  return <QueueList />;
}

/** Closes a message, whose button had the focus. */
function leave(close: () => unknown): void {
  close();
  focusAddBox();
}
