/**
 * Talks to the extension's worker as any of its pages may: `chrome.runtime.sendMessage` from an extension page.
 *
 * @import { Page } from 'puppeteer-core'
 * @import { AnswerOf, AskOf, Envelope, LinkAsk, Name, Reply } from '../../src/messages/protocol.ts'
 * @import { ListedItem } from '../../src/messages/listing.ts'
 */
import { setTimeout as delay } from 'node:timers/promises';
import { queueUrl } from './queue-url.mjs';

/** Most links in one `enqueue` and items in one `list`. */
const CHUNK = 1000;

/** For how long a worker that is just being born may have no ear. ms */
const BIRTH = 15_000;

/** The extension said no. */
export class Refused extends Error {}

/**
 * @typedef {{ kind: 'taken', id: string } | { kind: 'refused', reason: string }} Taking
 * @typedef {ReturnType<typeof wireOf>} Wire
 */

/** @param {Page} page a page of the extension */
export function wireOf(page) {
  /**
   * @template {Name<'worker'>} N
   * @param {N} name
   * @param {AskOf<'worker', N>} ask
   * @returns {Promise<AnswerOf<'worker', N>>}
   */
  async function call(name, ask) {
    const reply = await tell(page, { to: 'worker', name, ask });
    if (reply.ok) return reply.answer;
    throw new Refused(`${reply.error.message} (${reply.error.code})`);
  }

  return {
    call,

    /**
     * What became of each link, in their order.
     *
     * @param {readonly LinkAsk[]} links
     * @returns {Promise<Taking[]>}
     */
    async enqueue(links) {
      /** @type {Taking[]} */
      const takings = [];
      for (let at = 0; at < links.length; at += CHUNK) {
        const chunk = links.slice(at, at + CHUNK);
        takings.push(
          ...(await call('enqueue', { links: chunk }).then(answer => takingsOf(chunk, answer), allRefused(chunk))),
        );
      }
      return takings;
    },

    /** Every item of the queue. */
    async list() {
      /** @type {ListedItem[]} */
      const items = [];
      for (;;) {
        const answer = await call('list', { offset: items.length, limit: CHUNK });
        items.push(...answer.items);
        if (answer.items.length === 0 || items.length >= answer.total) return items;
      }
    },
  };
}

/**
 * The worker's ids are those of the links that it did not skip, in their order.
 *
 * @param {readonly LinkAsk[]} links
 * @param {AnswerOf<'worker', 'enqueue'>} answer
 * @returns {Taking[]}
 */
export function takingsOf(links, { ids, skipped }) {
  const reasons = new Map(skipped.map(({ url, reason }) => [url, reason]));
  const waiting = [...ids];
  return links.map(({ url }) => {
    const reason = reasons.get(url) ?? reasons.get(queueUrl(url));
    if (reason !== undefined) return { kind: 'refused', reason };
    const id = waiting.shift();
    if (id !== undefined) return { kind: 'taken', id };
    return { kind: 'refused', reason: 'The extension neither took this link nor said why.' };
  });
}

/** @param {readonly LinkAsk[]} links @returns {(error: unknown) => Taking[]} */
function allRefused(links) {
  return error => {
    if (!(error instanceof Refused)) throw error;
    return links.map(() => ({ kind: 'refused', reason: error.message }));
  };
}

/**
 * A message that nobody has heard is sent again while the worker is being born; one that was heard never.
 *
 * @param {Page} page
 * @param {Envelope} envelope
 * @returns {Promise<Reply<any>>} whatever this message is answered with
 */
async function tell(page, envelope) {
  const patience = Date.now() + BIRTH;
  for (;;) {
    try {
      return await page.evaluate(message => chrome.runtime.sendMessage(message), envelope);
    } catch (error) {
      const unheard = error instanceof Error && error.message.includes('Receiving end does not exist');
      if (!unheard || Date.now() > patience) throw error;
      await delay(250);
    }
  }
}
