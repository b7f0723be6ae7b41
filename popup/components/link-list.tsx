import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../src/platform/words.ts';
import { filter, kind, rows, selected, shown, toggle } from '../chooser-store.ts';
import { scrollTo, windowRows } from '../view/window-rows.ts';
import { LinkRow } from './link-row.tsx';
import { rowByKey } from '../view/row-by-key.ts';

/** px; `.link-row` in the style sheet has the same height. */
const ROW_HEIGHT = 52;

/** The links that match, of which only those in view are rendered. One row is reached by Tab, the others by arrows. */
export function LinkList() {
  const view = useRef<HTMLDivElement>(null);
  const scrolled = useSignal(0);
  const height = useSignal(0);
  const cursor = useSignal(0);
  const places = shown.value;
  const current = Math.min(cursor.value, places.length - 1);

  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => (height.value = element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    cursor.value = 0;
    view.current?.scrollTo(0, 0);
  }, [kind.value, filter.value]);

  const seen = windowRows(places.length, ROW_HEIGHT, scrolled.value, height.value);
  const inWindow = Array.from({ length: seen.end - seen.start }, (_, step) => seen.start + step);
  // The row with the focus stays in the page although it was scrolled away.
  const rendered = current < 0 || inWindow.includes(current) ? inWindow : [...inWindow, current];

  function moveTo(position: number): void {
    const element = view.current;
    if (element === null) return;
    cursor.value = position;
    element.scrollTop = scrollTo(position, ROW_HEIGHT, element.scrollTop, element.clientHeight);
    scrolled.value = element.scrollTop;
    requestAnimationFrame(() => {
      element.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus({ preventScroll: true });
    });
  }

  return (
    <div
      ref={view}
      class="link-view"
      role="group"
      aria-label={words('chooser_listLabel')}
      onScroll={event => (scrolled.value = event.currentTarget.scrollTop)}
      onKeyDown={event => {
        const next = rowByKey(event.key, current, places.length, Math.floor(height.value / ROW_HEIGHT));
        if (next === null) return;
        event.preventDefault();
        moveTo(next);
      }}
    >
      {places.length === 0 ? <p class="no-match">{words('chooser_noMatch')}</p> : null}
      <ul class="link-rows" style={{ blockSize: `${seen.height}px` }}>
        {rendered.map(position => {
          const index = places[position];
          const row = index === undefined ? undefined : rows.value[index];
          if (index === undefined || row === undefined) return null;
          return (
            <LinkRow
              key={index}
              row={row}
              position={position}
              count={places.length}
              top={position * ROW_HEIGHT}
              isSelected={selected.value.has(index)}
              isCurrent={position === current}
              onToggle={reach => {
                cursor.value = position;
                toggle(index, reach);
              }}
            />
          );
        })}
      </ul>
    </div>
  );
}
