import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { look } from '../../manager/look.ts';
import { cursor, selected } from '../../manager/selection.ts';
import { wish } from '../../manager/showing.ts';
import { tableEvents } from '../../manager/table-events.ts';
import { lines } from '../../manager/table.ts';
import { inView } from '../../manager/watching.ts';
import { leastWidthOf, tracksOf } from '../../view/manager/columns.ts';
import { scrollTo, windowRows } from '../../view/window-rows.ts';
import { GroupLine } from './group-line.tsx';
import { ItemLine } from './item-line.tsx';
import { TableHead } from './table-head.tsx';

/** px; the style sheet has the same heights. */
const LINE_HEIGHT = 40;
const HEAD_HEIGHT = 34;

/** The lines of the queue, of which only those in view are rendered. One is reached by Tab, the others by arrows. */
export function ItemTable() {
  const view = useRef<HTMLDivElement>(null);
  const scrolled = useSignal(0);
  const height = useSignal(0);
  const all = lines.value;
  const { columns } = look.value;
  const here = cursor.value === null ? -1 : all.findIndex(({ id }) => id === cursor.value);
  const seen = windowRows(all.length, LINE_HEIGHT, scrolled.value, height.value - HEAD_HEIGHT);
  const window = all.slice(seen.start, seen.end);

  useLayoutEffect(() => measured(view.current, (size: number) => (height.value = size)), []);
  useLayoutEffect(() => {
    inView.value = window.flatMap(line => (line.kind === 'item' ? [line.id] : []));
  }, [window.map(({ id }) => id).join()]);
  useLayoutEffect(() => {
    const element = view.current;
    const place = all.findIndex(({ id }) => id === wish.value?.id);
    if (element === null || place < 0) return;
    element.scrollTop = scrollTo(place, LINE_HEIGHT, element.scrollTop, element.clientHeight - HEAD_HEIGHT);
    scrolled.value = element.scrollTop;
    focusLine(element, wish.value?.id ?? '');
  }, [wish.value]);

  // The line with the focus stays in the page although it was scrolled away.
  const isAway = here >= 0 && (here < seen.start || here >= seen.end);
  const places = [...window.keys()].map(offset => seen.start + offset);
  return (
    <div
      ref={view}
      class="item-table"
      role="treegrid"
      aria-label={words('manager_tableLabel')}
      aria-rowcount={all.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      style={{ '--tracks': tracksOf(columns), '--least': `${leastWidthOf(columns)}px` }}
      onScroll={event => (scrolled.value = event.currentTarget.scrollTop)}
      {...tableEvents}
    >
      <TableHead />
      <div class="item-lines" role="rowgroup" style={{ blockSize: `${seen.height}px` }}>
        {(isAway ? [...places, here] : places).map(place => {
          const line = all[place];
          if (line === undefined) return null;
          const shared = { place, top: place * LINE_HEIGHT, isSelected: selected.value.has(line.id) };
          const isCurrent = here < 0 ? place === 0 : place === here;
          return line.kind === 'group' ? (
            <GroupLine key={line.id} {...shared} line={line} isCurrent={isCurrent} />
          ) : (
            <ItemLine key={line.id} {...shared} line={line} isCurrent={isCurrent} />
          );
        })}
      </div>
    </div>
  );
}

function measured(element: HTMLElement | null, take: (height: number) => void): (() => void) | undefined {
  if (element === null) return undefined;
  const observer = new ResizeObserver(() => take(element.clientHeight));
  observer.observe(element);
  return () => observer.disconnect();
}

function focusLine(table: HTMLElement, id: string): void {
  const find = (): HTMLElement | null => table.querySelector(`[data-line="${CSS.escape(id)}"]`);
  const line = find();
  if (line === null) requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
  else line.focus({ preventScroll: true });
}
