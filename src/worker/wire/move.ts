import type { QueueItem } from '../../core/queue/item.ts';
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

/** Moves items to right before another one; null is the end of the list. */
export function moveBefore(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  before: unknown,
): Promise<ControlAnswer> {
  if (before === null) return move(ports, keeper, ids, 'bottom');
  return reorder(ports, keeper, ids, async count => {
    const [target] = typeof before === 'string' ? await ports.items.get([before]) : [];
    if (target === undefined)
      throw new Refusal('unknown-item', ports.words('control_unknownItem', JSON.stringify(before) ?? ''));
    // It is one of those that move itself: they gather right before its old place, and it among them.
    return keysBetween(await ports.items.neighbour(target.order, 'before'), target.order, count);
  });
}

function reorder(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  keysFor: (count: number) => Promise<readonly string[]>,
): Promise<ControlAnswer> {
  return keeper.write(async () => {
    const items = [...(await ports.items.get(ids))].sort(byOrder);
    const keys = await keysFor(items.length);
    const changes = items.map((item, index) => ({ item: { ...item, order: keys[index] ?? item.order }, effects: [] }));
    return { answer: { changed: changes.length, refused: [] }, changes };
  });
}

function byOrder(a: QueueItem, b: QueueItem): number {
  return a.order < b.order ? -1 : 1;
}
