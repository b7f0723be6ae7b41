import { restored } from '../../core/queue/removal.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';

/** Brings back what was removed last. A file that is done has stayed where it is; what ran begins anew. */
export async function undo(ports: Ports, keeper: QueueKeeper): Promise<{ restored: number }> {
  const now = ports.now();
  const answer = await keeper.write(async () => {
    const removal = await ports.items.lastRemoval();
    const count = removal === null ? 0 : await ports.items.restore(removal.at, item => restored(item, now));
    return { answer: { restored: count }, changes: [] };
  });
  if (answer.restored === 0) throw new Refusal('nothing-to-undo', ports.words('undo_nothing'));
  return answer;
}
