import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseLosesBytes, rowView } from '../../../popup/view/row-view.ts';
import { track } from '../../../popup/view/speed.ts';
import { STATUSES, type Status } from '../../../src/core/queue/item.ts';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { clashOf } from './clash.ts';
import { listedItem } from './listed-item.ts';

const NOW = 1_700_000_000_000;

test('every status has its buttons', () => {
  const table: Record<Status, [toggle: 'pause' | 'resume' | null, canRetry: boolean, end: 'cancel' | 'remove']> = {
    queued: ['pause', false, 'cancel'],
    starting: ['pause', false, 'cancel'],
    running: ['pause', false, 'cancel'],
    saving: [null, false, 'cancel'],
    waiting: ['pause', true, 'cancel'],
    paused: ['resume', false, 'cancel'],
    failed: [null, true, 'remove'],
    cancelled: [null, true, 'remove'],
    done: [null, false, 'remove'],
  };
  for (const status of STATUSES) {
    const { toggle, canRetry, end } = rowView(listedItem({ status }), undefined, NOW);
    assert.deepEqual([toggle, canRetry, end], table[status], status);
  }
});

test('a bar for what moves, and for what stands still with something in hand', () => {
  const bar = (status: Status, bytes: number, total: number | null) =>
    rowView(listedItem({ status, bytes, total }), undefined, NOW, 'en').bar;
  assert.deepEqual(bar('running', 3_100_000, 12_000_000), {
    percent: 25,
    text: ['size_ofTotal', '3.1', '12 MB'],
    moving: true,
  });
  assert.deepEqual(bar('running', 3_100_000, null), { percent: null, text: '3.1 MB', moving: true });
  assert.deepEqual(bar('starting', 0, null), { percent: null, text: ['status_starting'], moving: true });
  assert.deepEqual(bar('saving', 10, 10), { percent: 100, text: ['status_saving'], moving: true });
  assert.equal(bar('paused', 5, 10)?.moving, false);
  assert.equal(bar('paused', 5, null), null);
  assert.equal(bar('paused', 0, 10), null);
  for (const status of ['queued', 'failed', 'done', 'cancelled'] as const) assert.equal(bar(status, 0, 10), null);
});

test('what the line below the name says', () => {
  const facts = (some: Parameters<typeof listedItem>[0]) => rowView(listedItem(some), undefined, NOW, 'en').facts;
  assert.deepEqual(facts({ status: 'queued' }), [['status_queued']]);
  assert.deepEqual(facts({ status: 'running' }), []);
  assert.deepEqual(facts({ status: 'waiting' }), [['status_waiting']]);
  assert.deepEqual(facts({ status: 'waiting', dueAt: NOW + 125_000 }), [['status_waitingUntil', 'in 2 min.']]);
  assert.deepEqual(facts({ status: 'waiting', dueAt: NOW - 9000 }), [['status_waitingUntil', 'now']]);
  const log = [{ at: NOW - 300_000, what: 'done', detail: null }] as const;
  assert.deepEqual(facts({ status: 'done', bytes: 12_000_000, log }), ['12 MB', '5 min. ago']);
  const back = [...log, { at: NOW, what: 'restored', detail: null }] as const;
  assert.deepEqual(facts({ status: 'done', bytes: 12_000_000, log: back }), ['12 MB', '5 min. ago']);
  assert.deepEqual(facts({ status: 'done' }), []);
  assert.deepEqual(facts({ status: 'done', isMissing: true }), [['status_missing']]);
  assert.deepEqual(facts({ status: 'done', isMissing: true, bytes: 12_000_000, log }), ['12 MB', ['status_missing']]);
  const deleted = [...log, { at: NOW, what: 'file-deleted', detail: null }] as const;
  assert.deepEqual(facts({ status: 'done', bytes: 12_000_000, log: deleted }), ['12 MB', '5 min. ago']);
  assert.deepEqual(facts({ status: 'cancelled' }), [['status_cancelled']]);
  const error = { code: 'had-it', message: 'You have it.' };
  assert.deepEqual(facts({ status: 'cancelled', error }), [['status_skipped']]);
});

test('speed and time left only while it runs', () => {
  const seen = [0, 1000, 2000].reduce(
    (known, at) => track(known, at, at * 1000, 62_000_000),
    track(undefined, 0, 0, null),
  );
  const pace = (status: Status) => rowView(listedItem({ status }), seen, NOW, 'en').pace;
  assert.deepEqual(pace('running'), [
    ['size_speed', '1.0 MB'],
    ['size_timeLeft', '1 min'],
  ]);
  assert.deepEqual(pace('paused'), []);
});

test('where nothing arrives it says so, and shows no speed', () => {
  const still = [0, 1000, 2000, 3000, 4000].reduce(
    (known, at) => track(known, at, Math.min(at, 1000), null),
    track(undefined, 0, 0, null),
  );
  assert.deepEqual(rowView(listedItem({ status: 'running' }), still, NOW, 'en').pace, [['size_still']]);
});

test('a bar that went back says from where, until it has caught up', () => {
  const setback = (some: Partial<ListedItem>) =>
    rowView(listedItem({ status: 'running', total: 100, furthest: 43, ...some }), undefined, NOW, 'en').setback;
  assert.deepEqual(setback({ bytes: 2 }), ['popup_startedAgain', '43%']);
  assert.deepEqual(setback({ bytes: 20, isInParts: true }), ['popup_partsAgain', '43%']);
  assert.deepEqual(setback({ bytes: 2, total: null, furthest: 3_100_000 }), ['popup_startedAgain', '3.1 MB']);
  const fallen = [0, 60, 5].reduce((known, bytes, at) => track(known, at, bytes, 100), track(undefined, 0, 0, 100));
  const item = listedItem({ status: 'running', bytes: 5, total: 100 });
  assert.deepEqual(rowView(item, fallen, NOW, 'en').setback, ['popup_startedAgain', '60%']);
  assert.equal(setback({ bytes: 43 }), null);
  assert.equal(setback({ status: 'waiting', bytes: 0 }), null);
});

test('names, hosts and kinds', () => {
  const view = rowView(listedItem({ name: 'photo\u202Egnp.exe' }), undefined, NOW);
  assert.deepEqual(
    [view.name, view.host, view.kind, view.extension],
    ['photo\uFFFDgnp.exe', 'example.org', 'files', 'EXE'],
  );
  assert.equal(rowView(listedItem({ name: 'README' }), undefined, NOW).extension, '');
  assert.equal(rowView(listedItem({ name: 'a.numbers' }), undefined, NOW).extension, '', 'too long for the badge');
});

test('a row that waits for something says for what, and names its host once', () => {
  const waiting = (waitsFor: NonNullable<ListedItem['waitsFor']>) => {
    const view = rowView(listedItem({ waitsFor }), undefined, NOW, 'en');
    return [view.host, view.facts];
  };
  assert.deepEqual(waiting({ why: 'offline', until: null }), ['example.org', [['waits_offline']]]);
  const [host, facts] = waiting({ why: 'retry-after', until: NOW });
  assert.equal(host, null);
  assert.match(JSON.stringify(facts), /waits_retryAfter.*example\.org/);
});

test('trouble is told of what failed, of what waits and of what was skipped', () => {
  const error = { code: 'not-found', message: 'Not there.' };
  const trouble = (status: Status) => rowView(listedItem({ status, error }), undefined, NOW).trouble;
  assert.deepEqual(
    STATUSES.filter(status => trouble(status) !== null),
    ['waiting', 'failed', 'cancelled'],
  );
});

test('only a running Background Fetch loses by a pause', () => {
  const item = listedItem({ status: 'running', carrier: 'background-fetch', bytes: 1 });
  assert.equal(pauseLosesBytes(item), true);
  assert.equal(pauseLosesBytes({ ...item, bytes: 0 }), false);
  assert.equal(pauseLosesBytes({ ...item, isInParts: true }), false);
  assert.equal(pauseLosesBytes({ ...item, carrier: 'browser-download' }), false);
  assert.equal(pauseLosesBytes({ ...item, status: 'queued' }), false);
});

test('a file that is gone can be had again from its row', () => {
  const view = (some: Partial<ListedItem>) => rowView(listedItem({ status: 'done', ...some }), undefined, NOW);
  assert.deepEqual([view({ isMissing: true }).canRetry, view({ isMissing: true }).hasFile], [true, false]);
  assert.deepEqual([view({ downloadId: 3 }).canRetry, view({ downloadId: 3 }).hasFile], [false, true]);
});

test('a row that asks has the question, and goes on only by its answer', () => {
  const clash = clashOf({ path: '/a/b\u202Efdp.exe', bytes: 7 });
  const view = rowView(listedItem({ status: 'paused', clash }), undefined, NOW, 'en');
  assert.deepEqual([view.toggle, view.facts], [null, [['status_clash']]]);
  assert.deepEqual([view.clash?.path, view.clash?.there[0]], ['/a/b\uFFFDfdp.exe', '7 bytes']);
  assert.equal(rowView(listedItem({ status: 'paused' }), undefined, NOW).clash, null);
});

test('what waits for access says for which, and goes on by the answer to that, not by another try', () => {
  const view = rowView(listedItem({ status: 'waiting', needs: 'cdn.test', bytes: 5, total: 10 }), undefined, NOW, 'en');
  assert.deepEqual([view.needs, view.canRetry, view.facts], ['cdn.test', false, [['status_needsAccess', 'cdn.test']]]);
  assert.deepEqual([view.bar?.percent, view.host], [50, null]);
  const plain = rowView(listedItem({ status: 'waiting', dueAt: NOW }), undefined, NOW);
  assert.deepEqual([plain.needs, plain.canRetry], [null, true]);
});

test('what the browser fears, and another name than the wished one, are told', () => {
  const danger = { code: 'file', message: 'It may be harmful.' };
  assert.equal(rowView(listedItem({ status: 'running', danger }), undefined, NOW).danger, danger.message);
  const view = rowView(listedItem({ status: 'done', wanted: 'a/b.txt' }), undefined, NOW);
  assert.deepEqual([view.remark, view.danger], [['popup_wanted', 'a/b.txt'], null]);
});
