import { useEffect } from 'preact/hooks';
import type { Notice } from '../../../src/messages/protocol.ts';
import { words } from '../../../src/platform/words.ts';
import { dismissNotice, refusal, restorable, undo } from '../../commands.ts';
import { silence, summary } from '../../store.ts';
import type { Surface } from '../../surface.ts';
import { isUndo } from '../../view/undo-keys.ts';
import { AddBox, focusAddBox } from '../adding/add-box.tsx';
import { DropTarget } from '../drop-target.tsx';
import { LiveRegion } from '../live-region.tsx';
import { MessageBar } from '../message-bar.tsx';
import { NotifyOffer } from './notify-offer.tsx';
import { PermissionOffer } from './permission-offer.tsx';
import { PopupFooter } from './popup-footer.tsx';
import { PopupHeader } from './popup-header.tsx';
import { QueueList } from './queue-list.tsx';
import { UndoBar } from '../undo-bar.tsx';

const TONES = {
  sent: 'good',
  'nothing-found': 'plain',
  'page-refused': 'bad',
  fault: 'bad',
} as const satisfies Record<Notice['kind'], 'good' | 'plain' | 'bad'>;

export function PopupPage({ surface }: { surface: Surface }) {
  const notice = summary.value?.notice ?? null;
  useEffect(() => {
    document.addEventListener('keydown', undoByKey);
    return () => document.removeEventListener('keydown', undoByKey);
  }, []);
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
        <NotifyOffer />
        <Queue />
      </main>
      <UndoBar />
      <PopupFooter surface={surface} />
      <LiveRegion />
      <DropTarget />
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

/** The key that undoes everywhere. In a box with text in it, it is the box's own. */
function undoByKey(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLTextAreaElement && event.target.value !== '';
  if (!isUndo(event) || event.repeat || isTyping || restorable.value === 0) return;
  event.preventDefault();
  void undo();
}
