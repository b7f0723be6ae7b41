import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findRevoked,
  isNeeding,
  lackedUrl,
  neededHost,
  WITH_ACCESS,
  withoutAccess,
} from '../../../src/core/queue/access.ts';
import type { Change } from '../../../src/core/queue/change.ts';
import { inStage, type QueueItem, type Travelled } from '../../../src/core/queue/item.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { effectInWords, stageOf } from '../in-words.ts';
import { FETCH_PLAN, itemIn, NOW, PARTS_PLAN, STAGE_NAMES, termsWith } from '../make-item.ts';
import { keptOf } from '../make-parts.ts';
import { answered } from '../make-probe.ts';

const OWN = 'https://files.test/dir/file.zip';
const CDN = 'https://cdn.test/file.zip';
const NOT_ASKED = { kind: 'not-asked' } as const;
const PROBED = [{ at: NOW, what: 'probed', detail: null }] as const;

function granted(...hosts: string[]): (url: string) => boolean {
  return url => hosts.includes(new URL(url).hostname);
}

function done(change: Change | string): QueueItem {
  if (typeof change === 'string') throw new Error(change);
  return change.item;
}

/** A fetch in parts whose redirects end at another host. */
const REDIRECTED = inStage(itemIn('queued'), {
  status: 'running',
  carrier: 'background-fetch',
  plan: {
    ...PARTS_PLAN,
    ruleHosts: ['files.test', 'cdn.test'],
    parts: PARTS_PLAN.parts === null ? null : { ...PARTS_PLAN.parts, finalUrl: CDN },
  },
  missingSince: null,
});

test('a revocation is found where requests are still to be made, at whichever host', () => {
  for (const name of STAGE_NAMES) {
    const isAffected = name === 'asking parts' || name === 'running parts';
    assert.equal(findRevoked([itemIn(name)], granted()).length, isAffected ? 1 : 0, name);
    assert.deepEqual(findRevoked([itemIn(name)], granted('files.test')), [], name);
  }
  const [verdict] = findRevoked([REDIRECTED], granted('files.test'));
  assert.deepEqual(verdict?.events, [{ type: 'revoked', attempt: 3, url: CDN }]);
  assert.deepEqual(findRevoked([REDIRECTED], granted('files.test', 'cdn.test')), []);
});

test('what is gathered and has lost its host is judged anew, before anything was asked for', () => {
  const plan = { ...FETCH_PLAN, ruleHosts: ['files.test'] };
  const gathering = inStage(itemIn('probing'), {
    status: 'starting',
    step: 'gathering',
    plan,
    instead: null,
    since: NOW,
  });
  const [event] = findRevoked([gathering], granted())[0]?.events ?? [];
  assert.ok(event !== undefined);
  const next = transition(gathering, event, termsWith());
  assert.equal(stageOf(next.item), 'queued');
  assert.deepEqual(next.effects, []);
});

/** What the item has learnt, what the probe told, which hosts are granted; the host that it lacks. */
const CASES: readonly [string, Partial<QueueItem>, Parameters<typeof lackedUrl>[1], string[], string | null][] = [
  ['nothing to lose', {}, NOT_ASKED, [], null],
  ['parts are here', { kept: keptOf(0) }, NOT_ASKED, [], OWN],
  ['parts are here, granted', { kept: keptOf(0) }, NOT_ASKED, ['files.test'], null],
  ['parts are here, which the whole replaces', { kept: keptOf(0), inWhole: true }, NOT_ASKED, [], null],
  ['parts are here, and the browser is wished', { kept: keptOf(0), wish: 'browser-download' }, NOT_ASKED, [], null],
  ['parts are here, and no fetch takes it', { kept: keptOf(0), refusedBy: ['background-fetch'] }, NOT_ASKED, [], null],
  ['a wish alone, never granted', { wish: 'background-fetch' }, NOT_ASKED, [], null],
  ['a wish, and it was granted before', { wish: 'background-fetch', log: PROBED }, NOT_ASKED, [], OWN],
  ['the browser could not do it', { refusedBy: ['browser-download'] }, NOT_ASKED, [], OWN],
  ['the redirect is closed', { kept: keptOf(0) }, answered({ finalUrl: CDN }), ['files.test'], CDN],
  ['the redirect is open', { kept: keptOf(0) }, answered({ finalUrl: CDN, isOpen: true }), ['files.test'], null],
  [
    'the redirect, of which only the parts tell',
    { kept: { ...keptOf(0), finalUrl: CDN } },
    NOT_ASKED,
    ['files.test'],
    CDN,
  ],
  ['the redirect, not asked about yet', { kept: { ...keptOf(0), finalUrl: CDN } }, null, ['files.test'], null],
  ['the redirect, nothing to lose', {}, answered({ finalUrl: CDN }), ['files.test'], null],
];

for (const [name, learnt, probe, hosts, expected] of CASES) {
  test(`lackedUrl: ${name} → ${expected}`, () => {
    assert.equal(lackedUrl(itemIn('queued', learnt as Partial<Travelled>), probe, granted(...hosts)), expected);
  });
}

test('access that is taken back costs no attempt, and what is here stays for the day it is given again', () => {
  const before = itemIn('queued', { kept: keptOf(0, 1), failures: 2 });
  const needing = transition(before, { type: 'picked' }, termsWith({ isGranted: granted() })).item;
  assert.ok(isNeeding(needing));
  assert.deepEqual([neededHost(needing), needing.dueAt], ['files.test', WITH_ACCESS]);
  assert.deepEqual([needing.kept, needing.failures, needing.attempt], [before.kept, 2, before.attempt]);
  assert.equal(needing.log.at(-1)?.what, 'needs-access');
  const again = transition(needing, { type: 'due' }, termsWith()).item;
  assert.deepEqual(again, inStage({ ...before, log: again.log }, { status: 'queued', held: null }));
});

test('a fetch in parts that fails for want of access is put aside, not given to another carrier; a full disk still holds all', () => {
  const before = itemIn('running parts', { failures: 2 });
  const fail = (code: 'unreadable' | 'disk-full'): Change => {
    const event = { type: 'failed', attempt: 3, reason: { code, detail: null, retryAfter: null }, bytes: 0 } as const;
    return transition(before, event, termsWith({ isGranted: granted() }));
  };
  const { item, effects } = fail('unreadable');
  assert.ok(item.status === 'saving' && item.step === 'keeping');
  assert.equal(item.afterwards.status === 'waiting' && 'needs' in item.afterwards && item.afterwards.needs, OWN);
  assert.deepEqual([item.failures, item.refusedBy, effects.map(effectInWords)], [2, [], ['keep']]);
  assert.ok(fail('disk-full').effects.some(effect => effect.do === 'hold-all'));
});

test('parts that came from another host remember which', () => {
  const told = (item: QueueItem): QueueItem['kept'] => {
    const version = { total: 33_554_432, validator: '"one"' };
    const part = { first: 16_777_216, last: 25_165_823 };
    return transition(item, { type: 'kept', attempt: 3, version, part }, termsWith()).item.kept;
  };
  assert.equal(told(REDIRECTED)?.finalUrl, CDN);
  assert.equal(told(itemIn('running parts'))?.finalUrl, undefined);
});

test('a question to the server whose grant is taken back meanwhile has not failed', () => {
  const failed = { kind: 'failed', failure: { code: 'unreachable', detail: null, retryAfter: null } } as const;
  const event = {
    type: 'probed',
    attempt: 3,
    probe: failed,
    isHad: false,
    placed: { ruled: null, start: null, clash: null },
  } as const;
  const { item } = transition(itemIn('probing'), event, termsWith({ isGranted: granted() }));
  assert.equal(stageOf(item), 'asking download');
  assert.equal(item.failures, 0);
});

test('who does without begins anew as the browser’s own download; nobody else is asked', () => {
  const before = itemIn('needing', { kept: keptOf(0, 1) });
  const change = withoutAccess(before, NOW);
  const { effects } = typeof change === 'string' ? assert.fail(change) : change;
  assert.deepEqual(effects.map(effectInWords), ['forget-parts']);
  const next = done(change);
  assert.deepEqual([stageOf(next), next.kept, next.refusedBy], ['queued', null, ['background-fetch']]);
  const picked = transition(next, { type: 'picked' }, termsWith({ isGranted: granted() }));
  assert.equal(stageOf(picked.item), 'asking download');
  for (const name of STAGE_NAMES.filter(each => each !== 'needing'))
    assert.equal(withoutAccess(itemIn(name), NOW), 'needs-nothing', name);
});
