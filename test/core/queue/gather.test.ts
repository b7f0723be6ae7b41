import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FETCH_LANE, WORTH_A_FETCH } from '../../../src/core/carriers/eligibility.ts';
import { LEAST_PART, missingParts } from '../../../src/core/carriers/parts.ts';
import { gather, lanesTaken, MOST_REQUESTS } from '../../../src/core/queue/gather.ts';
import { inStage, type QueueItem, type Stage } from '../../../src/core/queue/item.ts';
import type { DownloadPlan, FetchPlan } from '../../../src/core/queue/plan.ts';
import { DOWNLOAD_PLAN, FETCH_PLAN, itemIn, NOW } from '../make-item.ts';

const GROUP = { id: 'g', title: 'Podcast' };

interface Asked {
  readonly total?: number | null;
  readonly since?: number;
  readonly instead?: DownloadPlan | null;
  readonly group?: string;
}

/** An item of a group that is ready; its parts follow from its size. */
function ready(id: string, { total = 5_000_000, since = NOW, instead = DOWNLOAD_PLAN, group = 'g' }: Asked = {}) {
  const parts = total === null ? [] : missingParts(total, []);
  const version = { total: total ?? 0, validator: '"one"' };
  const about = { finalUrl: 'https://files.test/x', contentType: null, disposition: null };
  const plan: FetchPlan = {
    ...FETCH_PLAN,
    total,
    parts: parts.length === 0 ? null : { version, missing: parts, ...about },
  };
  const stage: Stage = { status: 'starting', step: 'gathering', plan, instead, since };
  return inStage({ ...itemIn('probing'), id, order: id, group: { ...GROUP, id: group } }, stage);
}

function probing(id: string, group = 'g'): QueueItem {
  return { ...itemIn('probing'), id, order: id, group: { ...GROUP, id: group } };
}

/** `a: a.3 + b`: who asks for which registration, and for whom; `c: download`, `d: queued`. */
function told(live: readonly QueueItem[], now = NOW): readonly string[] {
  return gather(live, now).map(({ item, effects }) => {
    if (item.status !== 'starting' || item.step !== 'asking') return `${item.id}: ${item.status}`;
    if (item.plan.carrier === 'browser-download') return `${item.id}: download`;
    const [ask] = effects;
    const others = ask?.do === 'ask' ? ask.with.map(({ id }) => ` + ${id}`).join('') : ' waits';
    return `${item.id}: ${item.plan.shared?.registration ?? 'own'}${others}`;
  });
}

test('what is ready goes in one registration, for which the first in order asks', () => {
  assert.deepEqual(told([ready('b'), ready('a'), ready('c')]), ['a: a.3 + b + c', 'b: a.3 waits', 'c: a.3 waits']);
});

test('one alone has a registration of its own', () => {
  assert.deepEqual(told([ready('a')]), ['a: own']);
});

test('those that are still asked about are waited for, but not for ever', () => {
  assert.deepEqual(told([ready('a'), probing('b')]), []);
  assert.deepEqual(told([ready('a'), probing('b')], NOW + 10_000), ['a: own']);
  assert.deepEqual(told([ready('a'), probing('b')], NOW - 10_000), ['a: own'], 'the clock was set back');
  assert.deepEqual(told([ready('a'), probing('b', 'another')]), ['a: own'], 'another group is not waited for');
});

test('small files go along with a big one, and by the browser’s own downloads where there is none', () => {
  const small = { total: WORTH_A_FETCH - 1 };
  assert.deepEqual(told([ready('a', small), ready('b', small)]), ['a: download', 'b: download']);
  assert.deepEqual(told([ready('a', small), ready('b')]), ['a: a.3 + b', 'b: a.3 waits']);
  assert.deepEqual(told([ready('a', small), ready('b', { total: null })]), ['a: a.3 + b', 'b: a.3 waits']);
});

test('a registration has ten requests at most', () => {
  const eight = { total: 8 * LEAST_PART };
  assert.deepEqual(told([ready('a', eight), ready('b'), ready('c'), ready('d')]), [
    'a: a.3 + b + c',
    'b: a.3 waits',
    'c: a.3 waits',
    'd: own',
  ]);
  const many = Array.from({ length: MOST_REQUESTS + 1 }, (_, n) => ready(String.fromCharCode(97 + n)));
  assert.equal(gather(many, NOW).filter(({ effects }) => effects.length > 0).length, 2);
});

test('what finds no room goes by download, and waits where only a fetch will do', () => {
  const running = Array.from({ length: FETCH_LANE }, (_, n) => ({ ...itemIn('running fetch'), id: `r${n}` }));
  assert.deepEqual(told([...running, ready('a')]), ['a: download']);
  assert.deepEqual(told([...running, ready('a', { instead: null })]), ['a: queued']);
  assert.deepEqual(told([...running.slice(1), ready('a')]), ['a: own']);
});

test('the bytes of a registration are those of all its files, where all are known', () => {
  const totalOf = (...items: QueueItem[]): unknown => {
    const [first] = gather(items, NOW);
    const isAsking = first?.item.status === 'starting' && first.item.step === 'asking';
    return isAsking && first.item.plan.carrier === 'background-fetch' ? first.item.plan.shared?.total : 'none';
  };
  assert.equal(totalOf(ready('a', { total: 2_000_000 }), ready('b', { total: 3_000_000 })), 5_000_000);
  assert.equal(totalOf(ready('a'), ready('b', { total: null })), null);
});

test('a registration takes one place in the lane, however many share it; a group that gathers takes one too', () => {
  const sharing = gather([ready('a'), ready('b')], NOW).map(({ item }) => item);
  assert.equal(lanesTaken(sharing), 1);
  assert.equal(lanesTaken([...sharing, itemIn('keeping')]), 2);
  assert.equal(lanesTaken([ready('a'), ready('b')]), 1);
  assert.equal(lanesTaken([ready('a'), ready('b', { group: 'h' })]), 2);
  assert.equal(lanesTaken([ready('a')], 'g'), 0, 'of its own group');
  assert.equal(lanesTaken([itemIn('probing'), itemIn('running download'), itemIn('collecting')]), 0);
});
