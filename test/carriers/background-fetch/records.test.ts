import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOfAnswer, type Harvest, harvest, isComplete } from '../../../src/carriers/background-fetch/records.ts';
import type { PartsPlan } from '../../../src/core/queue/plan.ts';
import { FETCH_PLAN } from '../../core/make-item.ts';
import { answerWith, endedWith } from './make-response.ts';

/** Five bytes each, of which the first two are asked for: records are judged by the plan, however small its parts. */
const PLAN: PartsPlan = {
  version: { total: 15, validator: '"one"' },
  missing: [
    { first: 0, last: 4 },
    { first: 5, last: 9 },
  ],
  finalUrl: 'https://files.test/file.zip',
  contentType: null,
  disposition: null,
};

function partWith(range: string, headers: Record<string, string> = {}, body = 'bytes', url = ''): Response {
  return answerWith({
    status: 206,
    body,
    url,
    headers: { etag: '"one"', 'content-range': `bytes ${range}`, ...headers },
  });
}

const first = (): Response => partWith('0-4/15', {}, 'first');
const second = (): Response => partWith('5-9/15', {}, 'secnd');
const whole = (body = 'whole', length = 5): Response =>
  answerWith({ body, headers: { 'content-length': `${length}` } });
const changed = (): Response => partWith('5-9/15', { etag: '"two"' });

/** `0 first, 5 secnd; whole; no-parts`: the parts with their bytes, the whole, and the fault. */
async function inWords({ parts, whole: instead, fault }: Harvest): Promise<string> {
  const told = await Promise.all(parts.map(async ({ part, blob }) => `${part.first} ${await blob.text()}`));
  const all = [told.join(', ') || 'none', instead === null ? '' : await instead.blob.text(), fault ?? ''];
  return all.filter(word => word !== '').join('; ');
}

/** The records, and what they are worth. */
const HARVESTS: readonly (readonly [what: string, records: readonly (Response | null)[], worth: string])[] = [
  ['no records', [], 'none'],
  ['nothing there yet', [null, null], 'none'],
  ['one of two', [null, second()], '5 secnd'],
  ['both', [first(), second()], '0 first, 5 secnd'],
  ['both, in another order', [second(), first()], '5 secnd, 0 first'],
  ['one answer to both requests', [first(), first()], '0 first, 0 first'],
  ['a short one', [first(), partWith('5-9/15', {}, 'sec')], '0 first'],
  ['an over-long one', [first(), partWith('5-9/15', {}, 'seconds')], '0 first'],
  ['an empty one', [first(), partWith('5-9/15', {}, '')], '0 first'],
  ['one of another version', [first(), changed()], '0 first; changed'],
  ['one of another total', [first(), partWith('5-9/16')], '0 first; changed'],
  ['416: the file is shorter now', [first(), answerWith({ status: 416 })], '0 first; changed'],
  ['no range in it', [first(), answerWith({ status: 206, headers: { etag: '"one"' } })], '0 first; no-parts'],
  ['garbage for a range', [first(), partWith('all of it')], '0 first; no-parts'],
  ['a shifted range', [first(), partWith('6-10/15')], '0 first; no-parts'],
  ['a part that was not asked for', [first(), partWith('10-14/15')], '0 first; no-parts'],
  ['compressed', [first(), partWith('5-9/15', { 'content-encoding': 'gzip' })], '0 first; no-parts'],
  ['no content', [first(), answerWith({ status: 204 })], '0 first; no-parts'],
  ['the whole', [whole()], 'none; whole; no-parts'],
  ['the whole, for each of them', [whole(), whole('other')], 'none; other; no-parts'],
  ['the whole beside a part', [first(), whole()], '0 first; whole; no-parts'],
  ['a whole that is short', [whole('who')], 'none; no-parts'],
  ['a whole that promised nothing', [answerWith({ body: 'whole' })], 'none; no-parts'],
  ['changed, then no part', [changed(), whole()], 'none; whole; changed'],
  ['no part, then changed', [whole(), changed()], 'none; whole; changed'],
  ['no part, then 416', [partWith('6-10/15'), answerWith({ status: 416 })], 'none; changed'],
  ['a refusal', [first(), answerWith({ status: 404 })], '0 first'],
  ['a refusal for now', [first(), answerWith({ status: 503 })], '0 first'],
];

for (const [what, records, worth] of HARVESTS) {
  test(`harvest: ${what} → ${worth}`, async () => {
    assert.equal(await inWords(await harvest(endedWith(records), 'one', PLAN)), worth);
  });
}

test('harvest: only what came from the web counts', async () => {
  for (const url of ['file:///etc/passwd', 'data:text/plain,first', 'blob:https://files.test/1']) {
    const strange = partWith('0-4/15', {}, 'first', url);
    assert.deepEqual(await harvest(endedWith([strange]), 'one', PLAN), { parts: [], whole: null, fault: null }, url);
  }
  const fine = partWith('0-4/15', {}, 'first', 'https://cdn.test/x');
  assert.equal((await harvest(endedWith([fine]), 'one', PLAN)).parts.length, 1);
});

test('harvest: where nothing is asked for, nothing is a part', async () => {
  assert.equal(await inWords(await harvest(endedWith([first()]), 'one', { ...PLAN, missing: [] })), 'none; no-parts');
});

test('harvest: an answer stays with its part, for the name and the type', async () => {
  const answer = first();
  const { parts } = await harvest(endedWith([answer]), 'one', PLAN);
  assert.equal(parts[0]?.response, answer);
});

test('harvest: records that cannot be read are an error that is passed on', async () => {
  const responses = (): Promise<never> => Promise.reject(new Error('gone'));
  await assert.rejects(harvest({ responses }, 'one', PLAN), /gone/);
  const broken = new ReadableStream({ start: controller => controller.error(new TypeError('cut')) });
  await assert.rejects(harvest(endedWith([new Response(broken, { status: 206 })]), 'one', PLAN), /cut/);
});

/** The records of a plan in parts, and whether all that was asked for is here. */
for (const [what, records, isAll] of [
  ['both', [first(), second()], true],
  ['one of two', [first(), null], false],
  ['a short one', [first(), partWith('5-9/15', {}, 'sec')], false],
  ['both, and one of another version', [first(), second(), changed()], false],
  ['the whole', [whole()], false],
  ['nothing', [], false],
] as const) {
  test(`isComplete, in parts: ${what} → ${isAll}`, async () => {
    const found = await harvest(endedWith(records), 'one', PLAN);
    assert.equal(await isComplete(endedWith(records), 'one', { ...FETCH_PLAN, parts: PLAN }, found), isAll);
  });
}

test('isComplete, in parts: one answer to both requests is one part', async () => {
  const found = await harvest(endedWith([first(), first()]), 'one', PLAN);
  assert.equal(await isComplete(endedWith([]), 'one', { ...FETCH_PLAN, parts: PLAN }, found), false);
});

/** The record of a plan for the whole, and whether it is all there. */
for (const [what, record, isAll] of [
  ['as promised', whole(), true],
  ['short', whole('who'), false],
  ['over-long', whole('wholes'), false],
  ['nothing promised', answerWith({ body: 'whole' }), false],
  ['empty, as promised', whole('', 0), false],
  ['a refusal', answerWith({ status: 404, headers: { 'content-length': '5' } }), false],
  ['no record', null, false],
] as const) {
  test(`isComplete, in whole: ${what} → ${isAll}`, async () => {
    assert.equal(await isComplete(endedWith([record]), 'one', FETCH_PLAN, null), isAll);
  });
}

test('isComplete, in whole: records that cannot be read are none', async () => {
  const responses = (): Promise<never> => Promise.reject(new Error('gone'));
  assert.equal(await isComplete({ responses }, 'one', FETCH_PLAN, null), false);
});

test('the records that are asked for are those of the item', async () => {
  const asked: string[] = [];
  const records = endedWith([], { responses: async owner => (asked.push(owner), []) });
  await harvest(records, 'one', PLAN);
  await isComplete(records, 'two', FETCH_PLAN, null);
  assert.deepEqual(asked, ['one', 'two']);
});

test('failureOfAnswer: the status says why, and Retry-After until when', () => {
  assert.deepEqual(failureOfAnswer(answerWith({ status: 404 })), {
    code: 'not-found',
    detail: 'HTTP 404',
    retryAfter: null,
  });
  const busy = answerWith({ status: 429, headers: { 'retry-after': '90' } });
  assert.deepEqual(failureOfAnswer(busy), { code: 'rate-limited', detail: 'HTTP 429', retryAfter: 90_000 });
});
