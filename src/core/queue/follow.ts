import type { QueueEvent, Terms } from './event.ts';
import type { QueueItem } from './item.ts';
import type { Verdict } from './reconcile.ts';
import { type Change } from './change.ts';
import { transition } from './transition.ts';

/** What becomes of the items that something happened to; the others are left out. */
export function followAll(items: readonly QueueItem[], verdicts: readonly Verdict[], terms: Terms): readonly Change[] {
  return items.flatMap(item => {
    const events = verdicts.filter(({ id }) => id === item.id).flatMap(verdict => verdict.events);
    return events.length === 0 ? [] : [follow(item, events, terms)];
  });
}

/** Several things that happened to one item, one after the other; the effects of all of them. */
function follow(item: QueueItem, events: readonly QueueEvent[], terms: Terms): Change {
  return events.reduce<Change>(
    (before, event) => {
      const after = transition(before.item, event, terms);
      return { item: after.item, effects: [...before.effects, ...after.effects] };
    },
    { item, effects: [] },
  );
}
