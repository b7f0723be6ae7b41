/**
 * The extension's worker as the bench sees it from outside.
 *
 * @import { Browser, CDPSession } from 'puppeteer-core'
 */

const BETWEEN_LOOKS = 50;

/** @param {Browser} browser */
function workerTarget(browser) {
  return browser.waitForTarget(target => target.type() === 'service_worker' && target.url().endsWith('/worker.js'));
}

/**
 * SIGKILL, by a debugger that is attached for this one call only: a session with the worker would die with it.
 *
 * @param {Browser} browser
 */
export async function killWorker(browser) {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.endsWith('/worker.js'));
  if (worker !== undefined) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
}

/**
 * Resolves when the worker has fallen asleep by itself, which takes the browser 30 s.
 *
 * @param {Browser} browser
 */
export async function workerGone(browser) {
  const isThere = () => browser.targets().some(target => target.type() === 'service_worker');
  while (isThere()) await new Promise(resolve => setTimeout(resolve, 1_000));
}

/**
 * Bytes of the worker's heap after a collection.
 *
 * @param {Browser} browser
 * @returns {Promise<number>}
 */
export async function heapAtRest(browser) {
  const session = await (await workerTarget(browser)).createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/**
 * Looks at the worker's heap again and again; `stop` answers the most bytes that were seen.
 *
 * @param {Browser} browser
 */
export async function watchHeap(browser) {
  const session = await (await workerTarget(browser)).createCDPSession();
  const over = new AbortController();
  const watching = highest(session, over.signal);
  return {
    /** @returns {Promise<number>} */
    async stop() {
      over.abort();
      const most = await watching;
      await session.detach();
      return most;
    },
  };
}

/**
 * @param {CDPSession} session
 * @param {AbortSignal} over
 */
async function highest(session, over) {
  let most = 0;
  while (!over.aborted) {
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    most = Math.max(most, usedSize);
    await new Promise(resolve => setTimeout(resolve, BETWEEN_LOOKS));
  }
  return most;
}
