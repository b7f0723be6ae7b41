import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/core/carriers/failure.ts';
import { type News, newsOf, type Seen } from '../../../src/core/notices/news.ts';
import { type QueueItem, type Status, STATUSES } from '../../../src/core/queue/item.ts';
import { itemIn } from '../make-item.ts';

const GROUP = { id: 'g', title: 'A group' };
const BOTH = { notifyDone: true, notifyFailed: true };

function countsOf(some: Partial<Record<Status, number>>): Record<Status, number> {
  return Object.fromEntries(STATUSES.map(status => [status, some[status] ?? 0])) as Record<Status, number>;
}

function seen(ended: readonly QueueItem[], rest: Partial<Seen> = {}): Seen {
  const doneInAll = ended.filter(({ status }) => status === 'done').length;
  return { ended, groups: [], counts: countsOf({}), doneInAll, granted: [], ...rest };
}

function inGroup(item: QueueItem): QueueItem {
  return { ...item, group: GROUP };
}

function told(ended: readonly QueueItem[], rest: Partial<Seen> = {}, wanted = BOTH): readonly News['about'][] {
  return newsOf(seen(ended, rest), wanted).map(({ about }) => about);
}

test('nothing has ended: nothing is told', () => {
  assert.deepEqual(told([]), []);
});

test('the queue is told of once, when nothing is left to do, however many files there were', () => {
  const [first, second] = [itemIn('done'), { ...itemIn('done'), id: 'other' }];
  assert.deepEqual(told([first], { counts: countsOf({ running: 1 }) }), []);
  const [news] = newsOf(seen([second], { doneInAll: 12 }), BOTH);
  assert.deepEqual(news, { about: 'queue', done: 12, name: null });
  assert.deepEqual(told([first, second]), ['queue']);
});

test('a single file is told of by its name', () => {
  const [news] = newsOf(seen([itemIn('done')]), BOTH);
  assert.ok(news?.about === 'queue' && news.name === 'file.zip');
});

test('what the user has paused is not waited for; all else is', () => {
  for (const status of ['queued', 'starting', 'running', 'saving', 'waiting'] as const)
    assert.deepEqual(told([itemIn('done')], { counts: countsOf({ [status]: 1 }) }), [], status);
  assert.deepEqual(told([itemIn('done')], { counts: countsOf({ paused: 4, failed: 1, cancelled: 2 }) }), ['queue']);
});

test('a group is told of once, when its last file has ended, and the queue is not told of for its files', () => {
  const ended = [inGroup(itemIn('done')), inGroup(itemIn('failed'))];
  const group = (some: Partial<Record<Status, number>>) => ({ groups: [{ group: GROUP, counts: countsOf(some) }] });
  assert.deepEqual(newsOf(seen(ended, group({ done: 4, failed: 1 })), BOTH), [
    { about: 'group', group: GROUP, done: 4, failed: 1 },
  ]);
  assert.deepEqual(told(ended, { ...group({ done: 1, failed: 1, running: 1 }), counts: countsOf({ running: 1 }) }), [
    'failure',
  ]);
  assert.deepEqual(told([...ended, itemIn('done')], group({ done: 1, failed: 1 })), ['group', 'queue']);
  assert.deepEqual(told([], group({ cancelled: 3 })), []);
});

test('each failure is told of, unless they are a flood', () => {
  const failed = (count: number) => Array.from({ length: count }, (_, n) => ({ ...itemIn('failed'), id: `${n}` }));
  assert.deepEqual(told(failed(3)), ['failure', 'failure', 'failure']);
  assert.deepEqual(newsOf(seen(failed(4)), BOTH), [{ about: 'failures', count: 4 }]);
});

test('what the user does not want to hear is not told', () => {
  const ended = [itemIn('done'), itemIn('failed')];
  assert.deepEqual(told(ended), ['failure', 'queue']);
  assert.deepEqual(told(ended, {}, { notifyDone: true, notifyFailed: false }), ['queue']);
  assert.deepEqual(told(ended, {}, { notifyDone: false, notifyFailed: true }), ['failure']);
  // A group that is not told of hides no failure.
  const group = { groups: [{ group: GROUP, counts: countsOf({ failed: 1 }) }] };
  assert.deepEqual(told([inGroup(itemIn('failed'))], group, { notifyDone: false, notifyFailed: true }), ['failure']);
});

test('access is offered where it would help, and is not there yet', () => {
  const allow = (
    code: 'forbidden' | 'not-found' | 'no-access',
    referrer: string | null,
    granted: readonly string[],
  ) => {
    const item = { ...itemIn('failed'), referrer, reason: failure(code) } as QueueItem;
    const [news] = newsOf(seen([item], { granted }), BOTH);
    return news?.about === 'failure' ? news.allow : undefined;
  };
  assert.equal(allow('forbidden', 'https://files.test/page', []), 'files.test');
  assert.equal(allow('forbidden', null, []), null);
  assert.equal(allow('forbidden', 'https://files.test/page', ['https://files.test/*']), null);
  assert.equal(allow('not-found', 'https://files.test/page', []), null);
  assert.equal(allow('no-access', null, []), 'files.test');
});
