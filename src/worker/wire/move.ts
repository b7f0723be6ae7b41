import { PRIORITIES, type Priority, type QueueItem } from '../../core/queue/item.ts';
import { keysAfter, keysBefore, keysBetween } from '../../core/queue/order.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { ControlAnswer } from '../../messages/protocol.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';

/** Moves items before or behind all others; among themselves they keep their order. Each move writes one record. */
export function move(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  where: 'top' | 'bottom',
): Promise<ControlAnswer> {
  return reorder(ports, keeper, ids, async count => {
    const { first, last } = await ports.items.ends();
    return where === 'top' ? keysBefore(first, count) : keysAfter(last, count);
  });
}

/** Beside which item others are to stand, and in which priority; null: each keeps its own. */
export interface Stand {
  readonly side: 'before' | 'after';
  readonly beside: unknown;
  readonly priority: Priority | null;
}

/** Moves items to right beside another one; before nothing is the end of the list, after nothing its beginning. */
export function moveBeside(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  { side, beside, priority }: Stand,
): Promise<ControlAnswer> {
  return reorder(
    ports,
    keeper,
    ids,
    async count => {
      if (beside === null) {
        const { first, last } = await ports.items.ends();
        return side === 'before' ? keysAfter(last, count) : keysBefore(first, count);
      }
      const [target] = typeof beside === 'string' ? await ports.items.get([beside]) : [];
      if (target === undefined)
        throw new Refusal('unknown-item', ports.words('control_unknownItem', JSON.stringify(beside) ?? ''));
      // It is one of those that move itself: they gather right beside its old place, and it among them.
      const neighbour = await ports.items.neighbour(target.order, side);
      return side === 'before'
        ? keysBetween(neighbour, target.order, count)
        : keysBetween(target.order, neighbour, count);
    },
    priority,
  );
}

function reorder(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  keysFor: (count: number) => Promise<readonly string[]>,
  priority: Priority | null = null,
): Promise<ControlAnswer> {
  return keeper.write(async () => {
    const items = [...(await ports.items.get(ids))].sort(byPlace);
    const keys = await keysFor(items.length);
    const changes = items.map((item, index) => ({
      item: { ...item, order: keys[index] ?? item.order, priority: priority ?? item.priority },
      effects: [],
    }));
    return { answer: { changed: changes.length, refused: [] }, changes };
  });
}

/** As the queue is walked: by priority, then by order. */
function byPlace(a: QueueItem, b: QueueItem): number {
  const rank = PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority);
  if (rank !== 0) return rank;
  return a.order < b.order ? -1 : 1;
}
