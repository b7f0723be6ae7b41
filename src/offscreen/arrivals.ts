import { send } from '../messages/send.ts';

/** A registration is looked at so often for each of its requests: one is seen soon after it has ended. */
const LOOKS = 4;
/**
 * Bytes a second above which nothing is told: a line that quick brings a lost part again in the time that it takes to
 * put it away (360–400 MB/s measured into the private file system, beside the transfer).
 */
const QUICK = 40_000_000;

/**
 * Tells the worker each time that another request of a running registration is answered, so that it can put the part
 * away. Only a document sees that: in the worker no `progress` is told, and the extension's reload would lose all that
 * is finished, without any event (Chromium 156).
 * `count`: of its requests; `size`: bytes that they will bring together.
 */
export function tellOfArrivals(registration: BackgroundFetchRegistration, count: number, size: number): void {
  const beganAt = Date.now();
  const stride = size / count / LOOKS;
  let looks = 0;
  let told = 0;
  registration.addEventListener('progress', () => {
    const { downloaded, result } = registration;
    const isQuick = (downloaded * 1_000) / (Date.now() - beganAt) > QUICK;
    const due = Math.floor(downloaded / stride);
    if (result !== '' || isQuick || due <= looks) return;
    looks = due;
    void look();
  });

  async function look(): Promise<void> {
    const ready = await countAnswered(registration).catch(() => told);
    if (ready <= told) return;
    told = ready;
    await send('worker', 'fetch-moved', { registration: registration.id }).catch(() => undefined);
  }
}

/** A request that is still under way gives its answer when that has ended. */
async function countAnswered(registration: BackgroundFetchRegistration): Promise<number> {
  const records = await registration.matchAll();
  const late = new Promise<false>(resolve => setTimeout(() => resolve(false), 50));
  const answered = records.map(({ responseReady }) => Promise.race([responseReady.then(({ ok }) => ok), late]));
  return (await Promise.allSettled(answered)).filter(each => each.status === 'fulfilled' && each.value).length;
}
