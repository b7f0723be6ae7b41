import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { sayCount } from '../say.ts';
import { allOf, cleared, clicked, type Held, led, only, toggled } from '../view/manager/selection.ts';
import { actOfKey, type KeyAct } from '../view/manager/keys.ts';
import { pauseOrResume } from '../view/manager/acts-for.ts';
import { perform } from './acts.ts';
import { watchDrag } from './dragging.ts';
import { openMenu } from './menu.ts';
import { move } from './moving.ts';
import { chosen, cursor, order, select, selected, selection } from './selection.ts';
import { showLine } from './showing.ts';
import { lines, toggleFold } from './table.ts';
import { undoLast } from './undoing.ts';

/** What the table's own element hears. The line is found by `data-line` (its id) of the closest element. */
export const tableEvents = {
  onClick(event: MouseEvent): void {
    const more = within(event, '[data-menu]');
    const id = lineOf(event.target);
    if (id === null || (more === null && isOfItsOwn(event))) return;
    if (more !== null) openMenuOn(id, more.getBoundingClientRect(), 'end');
    else select(clicked(selection(), order.value, id, heldIn(event)));
  },
  onDblClick(event: MouseEvent): void {
    const id = lineOf(event.target);
    if (id === null || isOfItsOwn(event)) return;
    if (!foldedOrOpened(id)) void perform('open');
  },
  onPointerDown(event: PointerEvent): void {
    const id = lineOf(event.target);
    // A finger that moves scrolls the list; it has the menu to move lines.
    if (id === null || event.button !== 0 || event.pointerType === 'touch' || isOfItsOwn(event)) return;
    // Shift and a click would select the text between.
    if (event.shiftKey) event.preventDefault();
    watchDrag(event, id);
  },
  onContextMenu(event: MouseEvent): void {
    const id = lineOf(event.target);
    // A key opens the menu by itself: what the browser makes of it would open a second one.
    if (id === null || event.button !== 2) return;
    event.preventDefault();
    const { clientX: left, clientY: top } = event;
    openMenuOn(id, { left, right: left, top, bottom: top }, 'start');
  },
  onKeyDown(event: KeyboardEvent): void {
    const id = lineOf(event.target);
    const isOnLine = event.target instanceof HTMLElement && event.target.dataset['line'] === id;
    if (isOnLine && foldByKey(event, id)) return event.preventDefault();
    const act = actOfKey(event);
    // A button within a line has its own keys.
    if (act === null || (id !== null && !isOnLine)) return;
    if (hear(act, event)) event.preventDefault();
  },
  onFocusIn({ target }: FocusEvent): void {
    const id = lineOf(target);
    if (id !== null && cursor.value !== id) select({ ...selection(), cursor: id });
  },
};

/** The arrows and Enter fold a group, as in a tree. Says whether they did. */
function foldByKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, id: string | null): boolean {
  const line = lines.value.find(each => each.id === id);
  if (line?.kind !== 'group' || ctrlKey || metaKey || altKey || shiftKey) return false;
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const opens = key === (isRightToLeft ? 'ArrowLeft' : 'ArrowRight');
  const closes = key === (isRightToLeft ? 'ArrowRight' : 'ArrowLeft');
  return (key === 'Enter' || (opens && !line.isOpen) || (closes && line.isOpen)) && foldedOrOpened(line.id);
}

/** Says whether the line is a group's. */
function foldedOrOpened(id: string): boolean {
  const line = lines.value.find(each => each.id === id);
  if (line?.kind === 'group') toggleFold(line.group.id);
  return line?.kind === 'group';
}

/** Does what a key means. Says whether it did: the others are the browser's. */
function hear(act: KeyAct, event: KeyboardEvent): boolean {
  const now = selection();
  switch (act) {
    case 'go':
    case 'extend':
    case 'roam':
      return lead(event);
    case 'toggle':
      if (now.cursor === null) return false;
      select(toggled(now, now.cursor));
      announce(sayCount('acts_selected', selected.value.size));
      return true;
    case 'select-all':
      select(allOf(now, order.value));
      announce(sayCount('acts_selected', selected.value.size));
      return true;
    case 'clear':
      if (now.ids.size === 0) return false;
      select(cleared(now));
      announce(words('acts_saidNone'));
      return true;
    case 'undo':
      void undoLast();
      return true;
    case 'help':
      void perform('help');
      return true;
    default:
      return hearForChosen(act, event);
  }
}

type ForChosen = Exclude<KeyAct, 'go' | 'extend' | 'roam' | 'toggle' | 'select-all' | 'clear' | 'undo' | 'help'>;

function hearForChosen(act: ForChosen, event: KeyboardEvent): boolean {
  takeCursor();
  if (selected.value.size === 0) return false;
  switch (act) {
    case 'up':
    case 'down':
    case 'top':
    case 'bottom':
      void move(act);
      return true;
    case 'menu': {
      const row = event.target instanceof Element ? event.target.closest('[data-line]') : null;
      if (row === null || cursor.value === null) return false;
      openMenuOn(cursor.value, row.getBoundingClientRect(), 'start');
      return true;
    }
    case 'open':
      return chosen.value.count === 1 && chosen.value.statuses.has('done') && begin('open', event);
    case 'pause-resume': {
      const wanted = pauseOrResume(chosen.value);
      return wanted !== null && begin(wanted, event);
    }
    case 'copy-links':
      // A text that is selected is what the user wants to copy.
      return document.getSelection()?.isCollapsed !== false && begin('copy-links', event);
    default:
      return begin(act, event);
  }
}

/** A key that is held down must not go on with the lines that come to stand below it. */
function begin(act: Parameters<typeof perform>[0], event: KeyboardEvent): boolean {
  if (!event.repeat) void perform(act);
  return true;
}

function lead(event: KeyboardEvent): boolean {
  const next = led(selection(), order.value, event.key, rowsInView(event.currentTarget), heldIn(event));
  if (next === null || next.cursor === null) return false;
  select(next);
  showLine(next.cursor);
  return true;
}

/** Who has selected nothing means the line that the keyboard is at. */
function takeCursor(): void {
  if (selected.value.size === 0 && cursor.value !== null) select(only(cursor.value));
}

/** The menu is that of the selection; a line that is not of it is selected alone. */
function openMenuOn(id: string, box: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>, edge: 'start' | 'end'): void {
  select(selected.value.has(id) ? { ...selection(), cursor: id } : only(id));
  openMenu({ box, edge });
}

function heldIn({ ctrlKey, metaKey, shiftKey }: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): Held {
  return { adds: ctrlKey || metaKey, extends: shiftKey };
}

function lineOf(target: EventTarget | null): string | null {
  const id = target instanceof Element ? target.closest<HTMLElement>('[data-line]')?.dataset['line'] : undefined;
  return id ?? null;
}

function within({ target }: Event, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}

/** Buttons, links and fields in a line are no part of its surface. */
function isOfItsOwn(event: Event): boolean {
  return within(event, 'button, a, input, select, textarea') !== null;
}

function rowsInView(table: EventTarget | null): number {
  if (!(table instanceof HTMLElement)) return 1;
  const row = table.querySelector('[data-line]');
  return row === null ? 1 : Math.floor(table.clientHeight / Math.max(1, row.getBoundingClientRect().height));
}
