import { fetchPlanOf, partsPlanOf } from '../../core/queue/item-jobs.ts';
import type { QueueItem } from '../../core/queue/item.ts';
import { piecesOf } from '../../core/queue/pieces.ts';
import type { ItemDetails } from '../../messages/listing.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { Ports } from '../ports.ts';
import { fieldsOf, textField } from './ask.ts';
import { listed } from './list.ts';

/** Everything that is known of one item, how far it is now among it. */
export async function details(ports: Ports, ask: unknown): Promise<ItemDetails> {
  const { words } = ports;
  const id = textField(fieldsOf(ask, ['id'], words), 'id', words);
  const [item] = await ports.items.get([id]);
  if (item === undefined) throw new Refusal('unknown-item', words('control_unknownItem', id));
  const row = await listed(ports, item);
  return {
    item: row,
    pieces: [...piecesOf(item, row.bytes, row.total)],
    finalUrl: row.finalUrl ?? partsPlanOf(item)?.finalUrl ?? item.kept?.finalUrl ?? null,
    validator: item.kept?.validator ?? fetchPlanOf(item)?.validator ?? null,
    checksum: item.checksum,
    addedAt: item.addedAt,
    endedAt: 'endedAt' in item ? item.endedAt : null,
    failures: item.failures,
    rule: ruleOf(item),
  };
}

function ruleOf({ ruled, log }: QueueItem): string | null {
  if (ruled === null) return null;
  return log.findLast(({ what }) => what === 'ruled')?.detail ?? ruled.rule;
}
