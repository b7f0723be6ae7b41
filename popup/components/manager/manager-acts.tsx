import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { refusal } from '../../commands.ts';
import { followLines, order } from '../../manager/selection.ts';
import { keepFocus } from '../../manager/keeping-focus.ts';
import { undoLast } from '../../manager/undoing.ts';
import { isUndo } from '../../view/undo-keys.ts';
import { MessageBar } from '../message-bar.tsx';
import { ActToast } from './act-toast.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { DropLine } from './drop-line.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { RowContextMenu } from './row-context-menu.tsx';

/** All that is done to the lines of the table: the bar below it, and what stands above the page for a while. */
export function ManagerActs() {
  // At once, and not after the next picture: by then the line that had the focus has gone from the page.
  useEffect(
    () =>
      effect(() => {
        followLines(order.value);
        keepFocus();
      }),
    [],
  );
  useEffect(() => {
    document.addEventListener('keydown', undoByKey);
    return () => document.removeEventListener('keydown', undoByKey);
  }, []);
  return (
    <>
      {refusal.value === null ? null : (
        <MessageBar tone="bad" onDismiss={() => (refusal.value = null)}>
          {refusal.value}
        </MessageBar>
      )}
      <BulkBar />
      <ActToast />
      <DropLine />
      <RowContextMenu />
      <KeysDialog />
      <DeleteDialog />
    </>
  );
}

/** Wherever the focus is, but in a text: there it is the text that is undone. */
function undoByKey(event: KeyboardEvent): void {
  const isInText = event.target instanceof Element && event.target.closest('input, textarea, dialog') !== null;
  if (event.defaultPrevented || event.repeat || isInText || !isUndo(event)) return;
  event.preventDefault();
  void undoLast();
}
