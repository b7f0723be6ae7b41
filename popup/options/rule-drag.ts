import { signal } from '@preact/signals';
import { placeAt } from '../view/options/move-rule.ts';
import { moveRule } from './rule-acts.ts';

/** The rule that the pointer has taken hold of, and where it would come to stand. */
export const dragged = signal<{ readonly id: string; readonly from: number; readonly to: number } | null>(null);

/**
 * Takes hold of a rule until the pointer is let go; Escape leaves all as it was. The window is listened to: the row is
 * moved in the page meanwhile, and a capture of its own would be lost.
 */
export function startDrag(event: PointerEvent, id: string, from: number, name: string): void {
  const list = event.currentTarget instanceof Element ? event.currentTarget.closest('ol') : null;
  if (event.button !== 0 || list === null) return;
  event.preventDefault();
  const middles = Array.from(list.children, row => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 + scrollY;
  });
  dragged.value = { id, from, to: from };
  const over = new AbortController();
  const { signal: until } = over;
  const end = (isMeant: boolean): void => {
    over.abort();
    const to = dragged.value?.to ?? from;
    if (!isMeant || to === from) dragged.value = null;
    else void moveRule(id, to, name).finally(() => (dragged.value = null));
  };
  const move = ({ pageY }: PointerEvent): void => {
    const to = placeAt(pageY, middles, from);
    if (dragged.value?.to !== to) dragged.value = { id, from, to };
  };
  addEventListener('pointermove', move, { signal: until });
  addEventListener('pointerup', () => end(true), { signal: until });
  addEventListener('pointercancel', () => end(false), { signal: until });
  addEventListener('keydown', ({ key }) => (key === 'Escape' ? end(false) : undefined), { signal: until });
}
