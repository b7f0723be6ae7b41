import { type Harvest, harvest, type Records } from '../carriers/background-fetch/records.ts';
import { keptOf } from '../core/queue/keeping.ts';
import { isSameRange } from '../core/carriers/parts.ts';
import type { QueueItem } from '../core/queue/item.ts';
import type { PartsPlan } from '../core/queue/plan.ts';
import type { Tell } from './hands.ts';
import type { Ports } from './ports.ts';

/**
 * Puts the finished parts of a registration into the part store and notes each in its item as soon as it is safe there,
 * so that a death on the way, or a full disk, costs the rest only: that is asked for again. Parts of which one does not
 * fit the others are not kept at all.
 */
export async function salvage(
  ports: Ports,
  tell: Tell,
  item: QueueItem,
  plan: PartsPlan,
  records: Records,
): Promise<Harvest> {
  const found = await harvest(records, item.id, plan);
  if (found.fault !== null) return found;
  const [present] = await ports.items.get([item.id]);
  const here = present === undefined ? [] : keptOf(present, plan.version);
  const fresh = found.parts.filter(each => !here.some(kept => isSameRange(kept, each.part)));
  try {
    for (const { part, blob } of fresh) {
      await ports.parts.write(item.id, { ...part, attempt: item.attempt }, blob);
      await tell(item, { type: 'kept', version: plan.version, part });
    }
  } catch (error) {
    console.error('Longhaul: parts of', item.id, error);
  }
  return found;
}
