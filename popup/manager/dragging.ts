import { signal } from '@preact/signals';
import { dropAt, type Drop, scrollStep, type Stripe } from '../view/manager/drop-line.ts';
import { only } from '../view/manager/selection.ts';
import { canMove, moveBefore } from './moving.ts';
import { order, select, selected } from './selection.ts';

/** px that a pressed pointer moves before it drags: a hand that clicks is not quite still. */
const SLACK = 5;

export interface Drag {
  readonly count: number;
  /** px in the window, of the pointer. */
  readonly x: number;
  readonly y: number;
  readonly drop: Drop | null;
  /** Where the list stands, px. */
  readonly left: number;
  readonly width: number;
}

/** What is dragged now, and where it would fall; null: nothing is. */
export const drag = signal<Drag | null>(null);

/** Watches whether a press on a line becomes a drag of it, and of all that is selected with it. */
export function watchDrag(press: PointerEvent, id: string): void {
  const table = press.currentTarget;
  if (!(table instanceof HTMLElement)) return;
  const listening = new AbortController();
  const { signal } = listening;
  const stop = (): void => {
    listening.abort();
    drag.value = null;
  };
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    if (drag.value === null) {
      if (Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < SLACK) return;
      if (!canMove()) return stop();
      begin(table, id);
      scrollOn(table, signal);
    }
    follow(table, event.clientX, event.clientY);
  };
  const onUp = (): void => {
    const drop = drag.value?.drop ?? null;
    if (drag.value !== null) swallowClick();
    stop();
    if (drop !== null) void moveBefore(order.value.indexOf(drop.id) + (drop.isBehind ? 1 : 0));
  };
  addEventListener('pointermove', onMove, { signal });
  addEventListener('pointerup', onUp, { signal });
  addEventListener('pointercancel', stop, { signal });
  addEventListener('blur', stop, { signal });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || drag.value === null) return;
    // The selection stays: it is the drag that is given up.
    event.preventDefault();
    event.stopPropagation();
    // The button is still held.
    addEventListener('pointerup', swallowClick, { once: true });
    stop();
  };
  addEventListener('keydown', onKey, { signal, capture: true });
}

/** A line that is not selected is dragged alone. */
function begin(table: HTMLElement, id: string): void {
  if (!selected.value.has(id)) select(only(id));
  document.getSelection()?.removeAllRanges();
  const { left, width } = table.getBoundingClientRect();
  drag.value = { count: selected.value.size, x: 0, y: 0, drop: null, left, width };
}

function follow(table: HTMLElement, x: number, y: number): void {
  if (drag.value === null) return;
  const stripes = [...table.querySelectorAll<HTMLElement>('[data-line]')].map((row): Stripe => {
    const { top, bottom } = row.getBoundingClientRect();
    return { id: row.dataset['line'] ?? '', top, bottom };
  });
  drag.value = { ...drag.value, x, y, drop: dropAt(y, stripes) };
}

/** Scrolls the list as long as the pointer is held near its edge. */
function scrollOn(table: HTMLElement, signal: AbortSignal): void {
  if (signal.aborted || drag.value === null) return;
  const { top, bottom } = table.getBoundingClientRect();
  const step = scrollStep(drag.value.y, top, bottom);
  if (step !== 0) {
    table.scrollBy(0, step);
    follow(table, drag.value.x, drag.value.y);
  }
  requestAnimationFrame(() => scrollOn(table, signal));
}

/** The click that ends a drag must not select the line under it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation();
  addEventListener('click', swallow, { capture: true, once: true });
  // A drag that ends elsewhere than it began has no click.
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}
