import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { copyLinkOf } from '../../files.ts';
import { lists, rows } from '../../store.ts';
import { type Lost, nextFocus, PLACES, type RowPlace } from '../../view/next-focus.ts';
import { SECTIONS } from '../../view/sections.ts';
import { focusAddBox } from '../adding/add-box.tsx';
import { EmptyState } from './empty-state.tsx';
import { QueueSection } from './queue-section.tsx';
import { copyByKey, focusRow, foldByKey, moveByKey, pressByKey } from './row-keys.ts';

interface Focused extends Lost {
  readonly element: Element;
}

/** The list in its sections. It keeps the focus where the user's hand is, although rows come, go and move. */
export function QueueList() {
  const focused = useRef<Focused | null>(null);
  const shown = useRef<readonly RowPlace[]>([]);
  const usesPointer = useRef(false);
  const remembered = useSignal<string | null>(null);

  const after = rows.value;
  const current = after.some(row => row.id === remembered.value) ? remembered.value : (after[0]?.id ?? null);

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = after;
    const lost = focused.current;
    if (lost === null || lost.element.isConnected || document.activeElement !== document.body) return;
    const id = nextFocus(before, after, lost);
    // Who points with a mouse looks elsewhere than at the focus: the list must not scroll away below it.
    if (id === null || !focusRow(id, lost.place, usesPointer.current)) focusAddBox();
  });

  if (after.length === 0) return <EmptyState />;
  return (
    <div
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
        const { target } = event;
        if (!(target instanceof HTMLElement)) return;
        const copied = copyByKey(event, target);
        if (copied !== null) void copyLinkOf(copied);
        if (moveByKey(event, target) || pressByKey(event, target) || foldByKey(event, target)) event.preventDefault();
      }}
    >
      <p id="queue-keys" class="unseen">
        {words('popup_keysHint')}
      </p>
      {SECTIONS.map(section => (
        <QueueSection key={section} section={section} list={lists.value[section]} current={current} />
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
