import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../src/platform/words.ts';
import { restorable, undo, waiveUndo } from '../commands.ts';
import { sayCount } from '../say.ts';
import { rows } from '../store.ts';
import { undoKeys } from '../view/undo-keys.ts';
import { focusAddBox } from './adding/add-box.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { focusRow } from './queue/row-keys.ts';

/** At the foot, where it pushes no row away from under the pointer. */
export function UndoBar() {
  return restorable.value === 0 ? null : <Offer count={restorable.value} />;
}

function Offer({ count }: { count: number }) {
  const bar = useRef<HTMLElement>(null);
  /** The rows there were when Undo was pressed. */
  const before = useRef<ReadonlySet<string> | null>(null);
  // It goes when there is no more to bring back, or when the time for that is over: its focus must stay on the page.
  useLayoutEffect(
    () => () => {
      if (bar.current?.contains(document.activeElement) === true) queueMicrotask(() => focusNewRow(before.current));
    },
    [],
  );
  return (
    <section ref={bar} class="undo-bar" aria-label={words('popup_undoLabel')}>
      <Icon name="bin" />
      <p class="undo-text">{sayCount('popup_removed', count)}</p>
      <button
        type="button"
        class="button button-small"
        aria-keyshortcuts="Control+Z Meta+Z"
        title={words('popup_undoTip', undoKeys(navigator.userAgent))}
        onClick={() => {
          before.current = new Set(rows.value.map(({ id }) => id));
          void undo();
        }}
      >
        {words('popup_undo')}
      </button>
      <IconButton icon="close" label={words('popup_dismiss')} tip={words('popup_dismiss')} onClick={waiveUndo} />
    </section>
  );
}

/** Goes on at the first row that came back, where there is one to be seen. */
function focusNewRow(before: ReadonlySet<string> | null): void {
  const back = before === null ? undefined : rows.value.find(({ id }) => !before.has(id));
  if (back === undefined || !focusRow(back.id, 'row', false)) focusAddBox();
}
