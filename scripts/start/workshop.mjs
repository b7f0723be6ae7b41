import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onInterruption } from '../interruption.mjs';
import { killProcessesNaming } from '../processes.mjs';

/** We were told to stop. */
export class Interrupted extends Error {}

/** Longest that one piece of clearing up may take. ms */
const PATIENCE = 10_000;

/**
 * @typedef {object} Workshop
 * @property {string} folder absolute, empty, gone afterwards
 * @property {AbortSignal} ending aborted once the clearing up has begun
 * @property {(clear: () => Promise<unknown>) => void} later what is to be done at the end, the last first
 */

/**
 * Does some work in a folder of its own and clears up after it, whatever happens: the end of the work, an error, or
 * a signal, which shows as `Interrupted`. A second signal changes nothing: npm and the terminal both send one.
 *
 * @template T
 * @param {(workshop: Workshop) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inWorkshop(work) {
  /** @type {(() => Promise<unknown>)[]} */
  const clearing = [];
  const ending = new AbortController();
  const interruption = interrupted();
  const folder = await mkdtemp(join(tmpdir(), 'longhaul-start-'));
  try {
    return await Promise.race([
      work({ folder, ending: ending.signal, later: clear => clearing.unshift(clear) }),
      interruption,
    ]);
  } finally {
    ending.abort();
    for (const clear of clearing) {
      // What cannot be cleared in peace is cleared by force below.
      await Promise.race([clear().catch(() => {}), delay(PATIENCE, undefined, { ref: false })]);
    }
    killProcessesNaming(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** @returns {Promise<never>} */
function interrupted() {
  return new Promise((_, reject) => onInterruption(why => reject(new Interrupted(`${why}: ending.`))));
}
