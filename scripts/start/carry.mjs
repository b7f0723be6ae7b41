/**
 * @import { ListedItem } from '../../src/messages/listing.ts'
 * @import { LinkAsk } from '../../src/messages/protocol.ts'
 * @import { Wire } from './wire.mjs'
 * @typedef {{ url: string, id: string | null, reason: string, item: ListedItem | null }} Job
 */
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { failedOutcome, hasEnded, outcomeOf } from './outcome.mjs';
import { progressLine } from './progress-line.mjs';
import { queueUrl } from './queue-url.mjs';

/** Between two looks at the queue, at least. ms */
const PAUSE = 500;

/**
 * Sends links through the extension, watches until they have ended, and prints a line for each, in their order.
 *
 * When the browser dies on the way, what was seen done until then is still reported.
 *
 * @param {Wire} wire
 * @param {readonly LinkAsk[]} links
 * @param {object} terms
 * @param {string} terms.folder absolute, where the files must lie
 * @param {number | null} terms.timeout seconds
 * @param {Promise<never>} terms.death rejects when the browser has ended
 * @param {AbortSignal} terms.ending we were told to stop: nothing is to be reported any more
 * @returns {Promise<boolean>} whether every file is there, whole
 */
export async function carry(wire, links, { folder, timeout, death, ending }) {
  const deadline = timeout === null ? Number.POSITIVE_INFINITY : Date.now() + timeout * 1000;
  const jobs = await Promise.race([send(wire, links), death]);
  await Promise.race([follow(wire, jobs, deadline), death]).catch(async error => {
    const reason = await rootOf(error, death);
    if (!ending.aborted) console.error(reason);
    giveUp(jobs, reason);
  });
  if (ending.aborted) return false;
  let isAllDone = true;
  for (const { url, reason, item } of jobs) {
    const outcome = item === null ? failedOutcome(url, reason) : await outcomeOf(url, item, folder);
    console.log(outcome.line);
    isAllDone &&= outcome.isDone;
  }
  return isAllDone;
}

/**
 * A link that is refused because the queue of a kept profile already has it is followed there.
 *
 * @param {Wire} wire
 * @param {readonly LinkAsk[]} links
 * @returns {Promise<Job[]>}
 */
async function send(wire, links) {
  const takings = await wire.enqueue(links);
  const known = new Map((await wire.list()).map(item => [item.url, item.id]));
  return links.map(({ url }, at) => {
    const taking = takings[at];
    if (taking?.kind === 'taken') return { url, id: taking.id, reason: 'It is gone from the queue.', item: null };
    return { url, id: known.get(queueUrl(url)) ?? null, reason: taking?.reason ?? 'It was not sent.', item: null };
  });
}

/**
 * Ends when the jobs have ended or the time is over.
 *
 * @param {Wire} wire
 * @param {readonly Job[]} jobs
 * @param {number} deadline ms since the epoch
 */
async function follow(wire, jobs, deadline) {
  const line = progressLine(process.stderr);
  const jobOf = new Map(jobs.map(job => [job.id, job]));
  try {
    for (;;) {
      const began = Date.now();
      const items = (await wire.list()).filter(item => jobOf.has(item.id));
      for (const job of jobs) job.item = null;
      for (const item of items) Object.assign(jobOf.get(item.id) ?? {}, { item });
      line.show(items, began);
      if (items.every(hasEnded) || began >= deadline) return;
      // A long queue is not asked for all the time.
      await delay(Math.max(PAUSE, 4 * (Date.now() - began)));
    }
  } finally {
    line.end();
  }
}

/** @param {readonly Job[]} jobs @param {string} reason */
function giveUp(jobs, reason) {
  for (const job of jobs) {
    if (job.item !== null && !hasEnded(job.item)) Object.assign(job, { item: null, reason });
  }
}

/**
 * A call that broke off because the browser died says something obscure, a moment before the death is known.
 *
 * @param {Error} error
 * @param {Promise<never>} death
 * @returns {Promise<string>}
 */
function rootOf(error, death) {
  return Promise.race([death.catch(({ message }) => message), delay(1000, error.message)]);
}
