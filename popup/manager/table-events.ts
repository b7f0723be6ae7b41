import { rowByKey } from '../view/row-by-key.ts';
import { pickOfClick, pickOfMove } from '../view/manager/pick-of.ts';
import { cursor, pick, pickAll, pickNone, selection } from './selection.ts';
import { showLine } from './showing.ts';
import { lines, toggleFold } from './table.ts';

/** What the table's own element hears. The line is found by `data-line` (its id) of the closest element. */
export const tableEvents = {
  onClick(event: MouseEvent): void {
    const id = lineOf(event.target);
    if (id !== null) pick(id, pickOfClick(event));
  },
  onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || lineOf(event.target) === null) return;
    if (byKey(event)) event.preventDefault();
  },
};

/** The id of the line that an element stands in. */
export function lineOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? null) : null;
}

/** Says whether the key did anything. */
function byKey(event: KeyboardEvent): boolean {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.altKey) return false;
  if (isCommand && event.key.toLowerCase() === 'a') {
    if (event.shiftKey) pickNone();
    else pickAll();
    return true;
  }
  const current = cursor.value ?? lines.value[0]?.id ?? null;
  if (event.key === ' ' && current !== null) {
    pick(current, isCommand || selection.value.ids.size > 0 ? 'toggle' : 'only');
    return true;
  }
  if (event.key === 'Escape' && selection.value.ids.size > 0) {
    pickNone();
    return true;
  }
  return foldByKey(event, current) || moveByKey(event, current);
}

function foldByKey({ key }: KeyboardEvent, current: string | null): boolean {
  const line = lines.value.find(({ id }) => id === current);
  if (line?.kind !== 'group') return false;
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const opens = key === (isRightToLeft ? 'ArrowLeft' : 'ArrowRight');
  const closes = key === (isRightToLeft ? 'ArrowRight' : 'ArrowLeft');
  if ((opens && !line.isOpen) || (closes && line.isOpen) || key === 'Enter') {
    toggleFold(line.group.id);
    return true;
  }
  return false;
}

/** Lines that fit a page, about: the table knows its height, the keys need no more than this. */
function pageOf(table: Element | null): number {
  const line = table?.querySelector('[data-line]');
  return line === null || line === undefined || table === null
    ? 1
    : Math.floor(table.clientHeight / line.getBoundingClientRect().height) - 1;
}

function moveByKey(event: KeyboardEvent, current: string | null): boolean {
  const place = lines.value.findIndex(({ id }) => id === current);
  const table = event.target instanceof Element ? event.target.closest('[role="grid"]') : null;
  const next = rowByKey(event.key, place, lines.value.length, pageOf(table));
  const to = next === null ? undefined : lines.value[next];
  if (to === undefined) return false;
  pick(to.id, pickOfMove(event));
  showLine(to.id);
  return true;
}
