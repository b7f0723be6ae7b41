import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asked } from '../../../src/core/queue/item.ts';
import { type Facts, GRACE, reconcile, type Verdict } from '../../../src/core/queue/reconcile.ts';
import { downloadWith, factsWith } from '../make-facts.ts';
import { itemIn, NOW, PARCEL } from '../make-item.ts';

const COMPLETE = { state: 'complete', path: '/downloads/file (1).zip', bytes: 1_000 } as const;

function idsOf(verdicts: readonly Verdict[]): unknown {
  return verdicts.map(({ id, events }) => [
    id,
    events.map(event => ('downloadId' in event ? event.downloadId : event.type)),
  ]);
}

test('what is told carries path, size and reason', () => {
  const downloads = [downloadWith(COMPLETE)];
  assert.deepEqual(reconcile([itemIn('asking download')], factsWith({ downloads })), [
    {
      id: 'one',
      events: [
        { attempt: 3, type: 'started', downloadId: 7 },
        { attempt: 3, type: 'completed', path: '/downloads/file (1).zip', bytes: 1_000 },
      ],
    },
  ]);
  const short = [downloadWith({ ...COMPLETE, url: PARCEL.objectUrl, bytes: 12 })];
  const reason = { code: 'wrong-size', detail: '12 of 1000 bytes', retryAfter: null };
  assert.deepEqual(reconcile([itemIn('writing')], factsWith({ downloads: short })), [
    { id: 'one', events: [{ attempt: 3, type: 'failed', reason, bytes: 0 }] },
  ]);
});

test('a download that was interrupted tells how far it came; one that is gone cannot', () => {
  const bytesOf = (downloads: Facts['downloads']): unknown => {
    const [event] = reconcile([itemIn('running download')], factsWith({ downloads }))[0]?.events ?? [];
    return event?.type === 'failed' ? event.bytes : event;
  };
  const cut = { state: 'interrupted', error: 'NETWORK_FAILED' } as const;
  assert.equal(bytesOf([downloadWith({ ...cut, bytes: 700_000 })]), 700_000);
  assert.equal(bytesOf([downloadWith({ ...cut, bytes: 0 })]), 0);
  assert.equal(bytesOf([]), 0);
});

test('a fetch that was missing is found in the same session only, and once', () => {
  const registrations = new Set(['one.3']);
  const missing = itemIn('running missing');
  assert.deepEqual(reconcile([missing], factsWith({ registrations })), [
    { id: 'one', events: [{ attempt: 3, type: 'found' }] },
  ]);
  assert.deepEqual(reconcile([itemIn('running fetch')], factsWith({ registrations })), []);
  assert.deepEqual(idsOf(reconcile([missing], factsWith({ registrations, isNewSession: true }))), [['one', ['lost']]]);
  assert.deepEqual(reconcile([missing], factsWith({ registrations: new Set(['one.2', 'two.3']) })), []);
});

test('an unknown interrupt reason is kept for the log', () => {
  const told = (error: string | null): unknown => {
    const downloads = [downloadWith({ state: 'interrupted', error })];
    const [event] = reconcile([itemIn('running download')], factsWith({ downloads }))[0]?.events ?? [];
    return event?.type === 'failed' ? event.reason.detail : event;
  };
  assert.equal(told('SOMETHING_NEW'), 'SOMETHING_NEW');
  assert.equal(told(null), 'unknown');
});

test('the grace ends at its last millisecond, whichever way the clock went', () => {
  const asked = NOW - 1_000;
  for (const stage of ['asking download', 'running missing', 'collecting'] as const) {
    const isLostAt = (now: number): boolean => reconcile([itemIn(stage)], factsWith({ now })).length === 1;
    assert.equal(isLostAt(asked + GRACE - 1), false, stage);
    assert.equal(isLostAt(asked + GRACE), true, stage);
    assert.equal(isLostAt(asked - GRACE + 1), false, stage);
    assert.equal(isLostAt(asked - GRACE), true, stage);
  }
});

test('only a download of the same URL that began after the asking is adopted', () => {
  const adopted = (overrides: object): unknown =>
    idsOf(reconcile([itemIn('asking download')], factsWith({ downloads: [downloadWith(overrides)] })));
  const asked = NOW - 1_000;
  const yes = [['one', [7]]];
  assert.deepEqual(adopted({ startedAt: asked }), yes);
  assert.deepEqual(adopted({ startedAt: asked - 100 }), yes, 'the browser’s clock may be a little behind ours');
  assert.deepEqual(adopted({ startedAt: asked - 101 }), []);
  assert.deepEqual(adopted({ startedAt: asked - 3_600_000, ...COMPLETE }), []);
  assert.deepEqual(adopted({ url: 'https://files.test/dir/file.zip?2' }), []);
});

test('a clock that was set back neither hides the new entry nor makes an old one new', () => {
  const asked = NOW - 1_000;
  const HOUR = 3_600_000;
  const isAdopted = (startedAt: number, now: number): boolean => {
    const facts = factsWith({ downloads: [downloadWith({ startedAt })], now });
    return idsOf(reconcile([itemIn('asking download')], facts))?.toString() === 'one,7';
  };
  assert.equal(isAdopted(asked + HOUR, NOW), false, 'an old entry, when the asking came after the clock was set');
  assert.equal(isAdopted(asked + 60_000, NOW), true, 'the clock was set right by a minute since');
  assert.equal(isAdopted(asked + 500, NOW - HOUR), true, 'the clock was set after both');
  assert.equal(isAdopted(NOW - HOUR - 500, NOW - HOUR), true, 'the clock was set between the two');
  assert.equal(isAdopted(asked - 60_000, NOW - HOUR), false, 'an entry of before the asking');
});

test('a new session adopts what was found and loses what was not', () => {
  const facts = factsWith({ isNewSession: true, downloads: [downloadWith(COMPLETE)] });
  assert.deepEqual(idsOf(reconcile([itemIn('asking download')], facts)), [['one', [7, 'completed']]]);
});

test('a number that the browser gave to another download since is not taken for ours', () => {
  const downloads = [downloadWith({ url: 'https://other.test/', ...COMPLETE })];
  assert.deepEqual(idsOf(reconcile([itemIn('running download')], factsWith({ downloads }))), [['one', ['failed']]]);
  const fromBefore = factsWith({ downloads, isNewSession: true });
  assert.deepEqual(idsOf(reconcile([itemIn('writing')], fromBefore)), [['one', ['lost']]]);
});

test('an item under way is left alone even where the browser knows more already', () => {
  const underWay = new Set(['one.3']);
  const facts = factsWith({
    underWay,
    registrations: underWay,
    downloads: [downloadWith(COMPLETE)],
    isNewSession: true,
  });
  for (const stage of ['probing', 'asking fetch', 'asking download', 'running fetch', 'running download'] as const)
    assert.deepEqual(reconcile([itemIn(stage)], facts), [], stage);
  const other = factsWith({ underWay: new Set(['one.2', 'two.3']) });
  assert.deepEqual(idsOf(reconcile([itemIn('probing')], other)), [['one', ['lost']]]);
});

test('two items of one URL never adopt the same download', () => {
  const both = [itemIn('asking download'), itemIn('asking download', { id: 'two' })];
  const one = factsWith({ downloads: [downloadWith({ id: 7 })] });
  assert.deepEqual(idsOf(reconcile(both, one)), [['one', [7]]]);
  const two = factsWith({ downloads: [downloadWith({ id: 7 }), downloadWith({ id: 8 })] });
  const each = [
    ['one', [7]],
    ['two', [8]],
  ];
  assert.deepEqual(idsOf(reconcile(both, two)), each);
});

test('a download that another item has already is not adopted, wherever that item stands in the list', () => {
  const asking: Partial<Asked> = { id: 'two' };
  const facts = factsWith({ downloads: [downloadWith({ id: 7 })] });
  for (const order of ['first', 'last']) {
    const owner = itemIn('running download');
    const other = itemIn('asking download', asking);
    assert.deepEqual(reconcile(order === 'first' ? [owner, other] : [other, owner], facts), [], order);
  }
});

test('items without news have no verdict, and those with news keep their order', () => {
  const live = [itemIn('probing', { id: 'a' }), itemIn('asking download', { id: 'b' }), itemIn('probing', { id: 'c' })];
  assert.deepEqual(idsOf(reconcile(live, factsWith())), [
    ['a', ['lost']],
    ['c', ['lost']],
  ]);
});
