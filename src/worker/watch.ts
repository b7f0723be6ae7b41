import { lookAt } from '../carriers/carrier.ts';
import { failure } from '../core/carriers/failure.ts';
import { type ItemIn, type QueueItem } from '../core/queue/item.ts';
import { downloadIdOf, fetchRegistration, isFetching, registrationId } from '../core/queue/item-jobs.ts';
import type { Verdict } from '../core/queue/reconcile.ts';
import { PATIENCE, type Running, watch } from '../core/queue/watchdog.ts';
import type { Ports } from './ports.ts';

/** The rounds of the watchdog: ends the attempts that stand still. Made at alarms only, for each asks the browser. */
export async function findStalled(ports: Ports, live: readonly QueueItem[]): Promise<readonly Verdict[]> {
  const running = live.filter(item => item.status === 'starting' || item.status === 'running');
  const [seen, before] = await Promise.all([lookAtAll(ports, running), ports.watchList.read()]);
  const { list, stalled } = watch(seen, before, ports.now());
  await ports.watchList.write(list);
  const reason = failure('stalled', `${PATIENCE / 1000} s`);
  return running
    .filter(item => stalled.has(registrationId(item)))
    .map(item => {
      const { id, attempt } = item;
      return { id, events: [{ type: 'failed', attempt, reason, bytes: list[registrationId(item)]?.bytes ?? 0 }] };
    });
}

/** The browser lets every Background Fetch wait while it downloads anything itself (Chromium 156). */
async function lookAtAll(
  ports: Ports,
  running: readonly ItemIn<'starting' | 'running'>[],
): Promise<readonly Running[]> {
  const [{ isOnline }, isBusy] = await Promise.all([ports.network(), ports.downloads.isAnyRunning()]);
  const head = headOfLane(running);
  const looks = await Promise.all(
    running.map(async (item): Promise<Running[]> => {
      // The browser tells of a download only once the server has answered: until then it has no bytes.
      const seen = item.status === 'starting' ? { bytes: 0 } : await lookAt(ports.carriers, item);
      if (seen === null) return [];
      const waits = isFetching(item) && (isBusy || fetchRegistration(item) !== head);
      const isHeld = !isOnline || waits || (await isFeared(ports, item));
      return [{ key: registrationId(item), bytes: seen.bytes, isHeld }];
    }),
  );
  return looks.flat();
}

/** The browser keeps a file back that it fears, with all its bytes, until the user has decided. */
async function isFeared(ports: Ports, item: QueueItem): Promise<boolean> {
  const id = downloadIdOf(item);
  return id !== null && (await ports.downloads.danger(id)) !== null;
}

/** Chromium runs one registration at a time: the one that was planned first. */
function headOfLane(running: readonly QueueItem[]): string | null {
  const plannedAt = ({ log }: QueueItem): number => log.findLast(({ what }) => what === 'planned')?.at ?? 0;
  const [first] = running.filter(isFetching).sort((a, b) => plannedAt(a) - plannedAt(b));
  return first === undefined ? null : fetchRegistration(first);
}
