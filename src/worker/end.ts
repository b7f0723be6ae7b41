import type { JobOf } from '../carriers/carrier.ts';
import type { Effect, Job } from '../core/queue/effect.ts';
import { fetchRegistration, isFetching } from '../core/queue/item-jobs.ts';
import type { Ports } from './ports.ts';

/** Performs an effect that ends something, and answers whether it could. One that the browser does not know has ended. */
export async function end(ports: Ports, effect: Effect): Promise<boolean> {
  try {
    if (effect.do === 'hold') await ports.downloads.hold(effect.downloadId);
    if (effect.do === 'release') await ports.parcels.release(effect.objectUrl);
    if (effect.do === 'stop') await stop(ports, effect.job);
    return true;
  } catch (error) {
    console.error('Longhaul:', effect.do, error);
    return false;
  }
}

async function stop(ports: Ports, job: Job): Promise<void> {
  if (job.carrier === 'background-fetch') await stopFetchOf(ports, job);
  else await ports.carriers['browser-download'].stop(job);
}

/** Others of a group may still want the registration: what it brings for the one that left is not taken. */
async function stopFetchOf(ports: Ports, job: JobOf<'background-fetch'>): Promise<void> {
  const live = await ports.items.live();
  const isWanted = live.some(item => isFetching(item) && fetchRegistration(item) === job.registration);
  if (!isWanted) await ports.carriers['background-fetch'].stop(job);
}
