import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../src/platform/words.ts';
import { groups } from '../store.ts';
import { type Lost, nextFocus, PLACES, type Place, type RowPlace } from '../view/next-focus.ts';
import { GROUPS } from '../view/queue-groups.ts';
import { focusAddBox } from './add-box.tsx';
import { EmptyState } from './empty-state.tsx';
import { QueueGroup } from './queue-group.tsx';
import { moveByKey, pressByKey } from './row-keys.ts';

interface Focused extends Lost {
  readonly element: Element;
}

/** The list in its groups. It keeps the focus where the user's hand is, although rows come, go and move. */
export function QueueList() {
  const list = useRef<HTMLDivElement>(null);
  const focused = useRef<Focused | null>(null);
  const shown = useRef<readonly RowPlace[]>([]);
  const usesPointer = useRef(false);
  const remembered = useSignal<string | null>(null);

  const rows = GROUPS.flatMap(group => groups.value[group].items.map(({ id }): RowPlace => ({ id, group })));
  const current = rows.some(row => row.id === remembered.value) ? remembered.value : (rows[0]?.id ?? null);

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = rows;
    const lost = focused.current;
    if (lost === null || lost.element.isConnected || document.activeElement !== document.body) return;
    const id = nextFocus(before, rows, lost);
    if (id === null) focusAddBox();
    else focusRow(list.current, id, lost.place, usesPointer.current);
  });

  if (rows.length === 0) return <EmptyState />;
  return (
    <div
      ref={list}
      class="queue"
      role="region"
      aria-label={words('popup_listLabel')}
      aria-describedby="queue-keys"
      onFocusIn={event => {
        focused.current = placeOf(event.target);
        if (focused.current !== null) remembered.value = focused.current.id;
      }}
      onFocusOut={() => {
        // A removed element loses the focus too; only one that is still there was left by the user.
        const left = focused.current;
        queueMicrotask(() => {
          if (focused.current === left && left?.element.isConnected === true) focused.current = null;
        });
      }}
      onClick={() => {
        if (focused.current !== null) focused.current = { ...focused.current, isPressed: true };
      }}
      onPointerDown={() => (usesPointer.current = true)}
      onKeyDown={event => {
        usesPointer.current = false;
        if (
          event.target instanceof HTMLElement &&
          (moveByKey(event, event.target) || pressByKey(event, event.target))
        ) {
          event.preventDefault();
        }
      }}
    >
      <p id="queue-keys" class="unseen">
        {words('popup_keysHint')}
      </p>
      {GROUPS.map(group => (
        <QueueGroup key={group} group={group} current={current} />
      ))}
    </div>
  );
}

function placeOf(target: EventTarget | null): Focused | null {
  if (!(target instanceof HTMLElement)) return null;
  const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const place = PLACES.find(name => name === target.dataset['place']);
  return id === undefined || place === undefined ? null : { element: target, id, place, isPressed: false };
}

/** Who points with a mouse looks elsewhere than at the focus: the list must not scroll away below it. */
function focusRow(list: HTMLElement | null, id: string, place: Place, preventScroll: boolean): void {
  const row = list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  const target = place === 'row' ? row : (row?.querySelector<HTMLElement>(`[data-place="${place}"]`) ?? row);
  target?.focus({ preventScroll });
}
