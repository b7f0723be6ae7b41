import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueueEvent, Terms } from '../../../src/core/queue/event.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import { nobodyWaits } from '../../../src/core/queue/strays.ts';
import { NOWHERE } from '../../../src/core/queue/place.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { DOWNLOAD_PLAN, FETCH_PLAN, itemIn, NOW, PARCEL, termsWith } from '../make-item.ts';
import { answered } from '../make-probe.ts';

/** What the table of stages does not show: the whole next item, compared to its last field. */
function expectNext(before: QueueItem, event: QueueEvent, after: object, terms: Partial<Terms> = {}): void {
  const { item } = transition(before, event, termsWith(terms));
  const { log: _, ...rest } = item;
  assert.deepEqual(rest, after);
}

function lastNote(before: QueueItem, event: QueueEvent, terms: Partial<Terms> = {}): unknown {
  const { log } = transition(before, event, termsWith(terms)).item;
  return log.slice(before.log.length);
}

function asked(overrides: object): object {
  const { log: _, held: __, status: ___, ...rest } = { held: null, ...itemIn('queued') };
  return { ...rest, ...overrides };
}

test('picked begins a new attempt and drops what the old stage carried', () => {
  const before = itemIn('queued');
  expectNext(before, { type: 'picked' }, asked({ attempt: 4, status: 'starting', step: 'probing' }));
  assert.deepEqual(lastNote(before, { type: 'picked' }), [{ at: NOW, what: 'started', detail: null }]);
});

test('what was asked for and taken back is not asked for again: the same attempt waits for the same answer', () => {
  const asking = itemIn('asking download');
  const halted = transition(asking, { type: 'halted', attempt: 3 }, termsWith({ now: NOW + 1 }));
  const picked = transition(halted.item, { type: 'picked' }, termsWith({ now: NOW + 9_000 }));
  assert.deepEqual([...halted.effects, ...picked.effects], []);
  const { log: _, ...before } = asking;
  const { log: __, ...after } = picked.item;
  assert.deepEqual(after, before);
});

test('picked with a held download goes on with it in the same attempt', () => {
  const before = itemIn('queued held');
  const running = { status: 'running', carrier: 'browser-download', plan: DOWNLOAD_PLAN, downloadId: 7 };
  expectNext(before, { type: 'picked' }, asked(running));
  assert.deepEqual(lastNote(before, { type: 'picked' }), [{ at: NOW, what: 'resumed', detail: null }]);
});

test('picked plans at once where nothing may be asked beforehand, and begins an attempt by it', () => {
  const before = itemIn('queued', { name: 'mine.zip' });
  const terms = { isGranted: () => false };
  const plan = { carrier: 'browser-download', total: null, filename: 'mine.zip', naming: 'given' };
  const asking = { name: 'mine.zip', attempt: 4, status: 'starting', step: 'asking', plan, askedAt: NOW };
  expectNext(before, { type: 'picked' }, asked(asking), terms);
  assert.deepEqual(lastNote(before, { type: 'picked' }, terms), [
    { at: NOW, what: 'started', detail: null },
    { at: NOW, what: 'planned', detail: 'browser-download' },
  ]);
});

test('picked asks about the grant of the item’s own URL', () => {
  const urls: string[] = [];
  const isGranted = (url: string): boolean => urls.push(url) > 0;
  const { item } = transition(itemIn('queued'), { type: 'picked' }, termsWith({ isGranted }));
  assert.equal('step' in item && item.step, 'probing');
  assert.deepEqual(urls, ['https://files.test/dir/file.zip']);
});

test('picked fails where no way is left to travel', () => {
  const before = itemIn('queued', { refusedBy: ['browser-download', 'background-fetch'] });
  const { item, effects } = transition(before, { type: 'picked' }, termsWith({ isGranted: () => false }));
  assert.ok(item.status === 'failed');
  assert.deepEqual([item.reason.code, item.carrier, item.attempt, effects], ['bad-answer', null, 4, []]);
});

test('a file that was downloaded before is cancelled by the rule, and the log says so', () => {
  const event: QueueEvent = { type: 'probed', attempt: 3, probe: { kind: 'not-asked' }, isHad: true, placed: NOWHERE };
  const before = itemIn('probing', { failures: 1 });
  expectNext(before, event, asked({ failures: 1, status: 'cancelled', by: 'rule', endedAt: NOW }));
  assert.deepEqual(lastNote(before, event), [{ at: NOW, what: 'had-it', detail: null }]);
});

test('probed writes the plan down before the browser is asked', () => {
  const before = itemIn('probing');
  const event: QueueEvent = { type: 'probed', attempt: 3, probe: { kind: 'not-asked' }, isHad: false, placed: NOWHERE };
  const plan = { carrier: 'browser-download', total: null, filename: 'file.zip', naming: 'browser' };
  expectNext(before, event, asked({ status: 'starting', step: 'asking', plan, askedAt: NOW }));
  assert.deepEqual(lastNote(before, event), [{ at: NOW, what: 'planned', detail: 'browser-download' }]);
});

test('probed sees what is granted and how many fetches are under way', () => {
  const finalUrl = 'https://files.test/dir/file.zip';
  const probe = answered({ finalUrl });
  const carrierWith = (terms: Partial<Terms>): unknown => {
    const event: QueueEvent = { type: 'probed', attempt: 3, probe, isHad: false, placed: NOWHERE };
    const { item } = transition(itemIn('probing'), event, termsWith(terms));
    return 'plan' in item ? item.plan.carrier : null;
  };
  assert.equal(carrierWith({}), 'background-fetch');
  assert.equal(carrierWith({ isGranted: () => false }), 'browser-download');
  assert.equal(carrierWith({ fetchesUnderWay: 2 }), 'browser-download');
});

test('started keeps the plan and takes the id', () => {
  const download = { status: 'running', carrier: 'browser-download', plan: DOWNLOAD_PLAN, downloadId: 99 };
  expectNext(itemIn('asking download'), { type: 'started', attempt: 3, downloadId: 99 }, asked(download));
  const fetching = { status: 'running', carrier: 'background-fetch', plan: FETCH_PLAN, missingSince: null };
  expectNext(itemIn('asking fetch'), { type: 'started', attempt: 3, downloadId: null }, asked(fetching));
  const writing = { status: 'saving', step: 'writing', parcel: PARCEL, downloadId: 99 };
  expectNext(itemIn('asking save'), { type: 'started', attempt: 3, downloadId: 99 }, asked(writing));
});

test('missing, fetched and packed note the time from which the grace counts', () => {
  const missing = { status: 'running', carrier: 'background-fetch', plan: FETCH_PLAN, missingSince: NOW };
  expectNext(itemIn('running fetch'), { type: 'missing', attempt: 3 }, asked(missing));
  const collecting = { status: 'saving', step: 'collecting', plan: FETCH_PLAN, since: NOW };
  expectNext(itemIn('asking fetch'), { type: 'fetched', attempt: 3 }, asked(collecting));
  expectNext(itemIn('running missing'), { type: 'fetched', attempt: 3 }, asked(collecting));
  const saving = { status: 'saving', step: 'asking', parcel: PARCEL, askedAt: NOW };
  const packed: QueueEvent = { type: 'packed', attempt: 3, parcel: PARCEL, ruled: null };
  expectNext(itemIn('collecting'), packed, asked(saving));
  assert.deepEqual(lastNote(itemIn('collecting'), packed), [{ at: NOW, what: 'fetched', detail: '1000' }]);
});

test('found takes the time back, so that the next absence has its whole grace', () => {
  const there = { status: 'running', carrier: 'background-fetch', plan: FETCH_PLAN, missingSince: null };
  expectNext(itemIn('running missing'), { type: 'found', attempt: 3 }, asked(there));
  const { item } = transition(itemIn('running missing'), { type: 'found', attempt: 3 }, termsWith());
  const later = { now: NOW + 50_000 };
  expectNext(item, { type: 'missing', attempt: 3 }, asked({ ...there, missingSince: NOW + 50_000 }), later);
});

test('missing again does not move the time from which the grace counts', () => {
  const before = itemIn('running missing');
  assert.equal(transition(before, { type: 'missing', attempt: 3 }, termsWith()).item, before);
});

test('halted keeps the browser’s download where it is, for the start that goes on with it', () => {
  const held = { downloadId: 7, plan: DOWNLOAD_PLAN };
  const before = itemIn('running download', { failures: 2, losses: 1, furthest: 5 });
  const event: QueueEvent = { type: 'halted', attempt: 3 };
  expectNext(before, event, asked({ status: 'queued', held, failures: 2, losses: 1, furthest: 5 }));
  const { item } = transition(before, event, termsWith());
  const { item: onward, effects } = transition(item, { type: 'picked' }, termsWith());
  assert.ok(onward.status === 'running' && onward.attempt === 3);
  assert.deepEqual(effects, [{ do: 'go-on', downloadId: 7 }]);
});

test('halted costs nothing and is noted; what stood still already is not noted', () => {
  const event: QueueEvent = { type: 'halted', attempt: 3 };
  const learnt = { failures: 2, losses: 2, furthest: 900 };
  expectNext(itemIn('running fetch', learnt), event, asked({ ...learnt, status: 'queued', held: null }));
  assert.deepEqual(lastNote(itemIn('running fetch'), event), [{ at: NOW, what: 'halted', detail: null }]);
  assert.deepEqual(lastNote(itemIn('probing'), event), [{ at: NOW, what: 'halted', detail: null }]);
  assert.deepEqual(lastNote(itemIn('writing'), event), [], 'a file that is being saved is let be');
  assert.deepEqual(lastNote(itemIn('waiting'), event), []);
});

test('completed keeps path, size and download, and forgets earlier failures and losses', () => {
  const event: QueueEvent = { type: 'completed', attempt: 3, path: '/d/file (1).zip', bytes: 1_234 };
  const done = { status: 'done', path: '/d/file (1).zip', bytes: 1_234, downloadId: 7, endedAt: NOW };
  const download = itemIn('running download', { failures: 2, losses: 3 });
  expectNext(download, event, asked({ ...done, carrier: 'browser-download' }));
  expectNext(itemIn('writing', { failures: 2, losses: 3 }), event, asked({ ...done, carrier: 'background-fetch' }));
  assert.deepEqual(lastNote(download, event), [{ at: NOW, what: 'done', detail: '/d/file (1).zip' }]);
});

test('a checksum that was given is noted as right where the file was read, and as unchecked where it was not', () => {
  const checksum = { algorithm: 'md5', hex: '0'.repeat(32) } as const;
  const packed: QueueEvent = { type: 'packed', attempt: 3, parcel: PARCEL, ruled: null };
  assert.deepEqual(lastNote(itemIn('collecting', { checksum }), packed), [
    { at: NOW, what: 'fetched', detail: '1000' },
    { at: NOW, what: 'checksum-right', detail: 'md5' },
  ]);
  const completed: QueueEvent = { type: 'completed', attempt: 3, path: '/d/f', bytes: 1 };
  const wordOf = (stage: 'writing' | 'running download'): unknown =>
    transition(itemIn(stage, { checksum }), completed, termsWith()).item.log.at(-1)?.what;
  assert.equal(wordOf('running download'), 'checksum-unchecked');
  assert.equal(wordOf('writing'), 'done');
});

test('cancelled in the browser says by whom, and is noted', () => {
  const before = itemIn('running download', { failures: 2 });
  const cancelled: QueueEvent = { type: 'cancelled-in-browser', attempt: 3 };
  expectNext(before, cancelled, asked({ status: 'cancelled', by: 'browser', endedAt: NOW, failures: 2 }));
  assert.deepEqual(lastNote(before, cancelled), [{ at: NOW, what: 'cancelled', detail: null }]);
});

test('due puts a waiting item back without forgetting its failures', () => {
  const before = itemIn('waiting', { failures: 2 });
  expectNext(before, { type: 'due' }, asked({ status: 'queued', held: null, failures: 2 }));
});

test('what arrives for an item that was removed meanwhile is ended too', () => {
  const event: QueueEvent = { type: 'packed', attempt: 3, parcel: PARCEL, ruled: null };
  assert.deepEqual(nobodyWaits(itemIn('cancelled'), event).effects, [{ do: 'release', objectUrl: 'blob:own' }]);
  assert.deepEqual(nobodyWaits(itemIn('asking save'), event).effects, [], 'its own blob is being saved');
  const stop = [{ do: 'stop', job: { carrier: 'browser-download', downloadId: 99 } }];
  const started: QueueEvent = { type: 'started', attempt: 3, downloadId: 99 };
  assert.deepEqual(nobodyWaits(itemIn('cancelled'), started).effects, stop);
  const fetching: QueueEvent = { type: 'started', attempt: 3, downloadId: null };
  const abort = [{ do: 'stop', job: { carrier: 'background-fetch', registration: 'one.3' } }];
  assert.deepEqual(nobodyWaits(itemIn('cancelled'), fetching).effects, abort);
  assert.deepEqual(nobodyWaits(itemIn('collecting'), { type: 'lost', attempt: 3, with: 'worker' }).effects, []);
});

test('the stop of a fetch names the registration of the present attempt', () => {
  const lost: QueueEvent = { type: 'lost', attempt: 12, with: 'worker' };
  const { effects } = transition(itemIn('running fetch', { attempt: 12 }), lost, termsWith());
  assert.deepEqual(effects, [{ do: 'stop', job: { carrier: 'background-fetch', registration: 'one.12' } }]);
});
