import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asked, QueueItem } from '../../../src/core/queue/item.ts';
import { LONGEST_WAIT } from '../../../src/core/queue/retry.ts';
import { type Chooser, CONNECTIONS_PER_HOST, createChooser } from '../../../src/core/queue/schedule.ts';
import type { SiteGate } from '../../../src/core/queue/site-gate.ts';
import { itemIn, NOW, type StageName } from '../make-item.ts';

const ROOMY = { limit: 16, hostLimit: 16, hostDelay: 0 };

function itemAt(url: string, stage: StageName = 'queued', asked: Partial<Asked> = {}): QueueItem {
  return itemIn(stage, { url, ...asked });
}

/** What is answered to the hosts one after the other, in words as short as the tables want them. */
function answers(chooser: Chooser, urls: readonly string[]): string {
  return urls.map(url => chooser.offer(itemAt(url))).join(' ');
}

function at(...hosts: readonly string[]): readonly string[] {
  return hosts.map(host => `https://${host}/file.zip`);
}

const A_TO_E = at('a.test', 'b.test', 'c.test', 'd.test', 'e.test');

for (const [limit, live, taken] of [
  [4, 0, 4],
  [4, 3, 1],
  [4, 4, 0],
  [4, 9, 0],
  [1, 0, 1],
  [16, 0, 5],
] as const) {
  test(`limit ${limit}, ${live} live: ${taken} of five sites start`, () => {
    const busy = Array.from({ length: live }, (_, index) => itemAt(`https://live${index}.test/`, 'running fetch'));
    const chooser = createChooser(busy, [], { ...ROOMY, limit }, NOW);
    const expected = A_TO_E.map((_, index) => (index < taken ? 'taken' : 'passed')).join(' ');
    assert.equal(answers(chooser, A_TO_E), expected);
    assert.equal(chooser.isFull(), limit <= live + taken);
  });
}

test('the chooser is full from the start where the limit was lowered below what is live', () => {
  const live = at('a.test', 'b.test').map(url => itemAt(url, 'running download'));
  assert.equal(createChooser(live, [], { ...ROOMY, limit: 1 }, NOW).isFull(), true);
  assert.equal(createChooser(live, [], { ...ROOMY, limit: 3 }, NOW).isFull(), false);
});

/** Two items may talk to one site: hosts that are offered, and what is answered to each. */
for (const [what, hosts, expected] of [
  ['one host', ['a.test', 'a.test', 'a.test'], 'taken taken site-full'],
  ['hosts of one domain', ['x.a.test', 'a.test', 'y.z.a.test'], 'taken taken site-full'],
  ['ports of one host', ['a.test', 'a.test:8443', 'a.test:9443'], 'taken taken site-full'],
  ['a public suffix', ['a.co.uk', 'b.co.uk', 'c.co.uk'], 'taken taken taken'],
  ['one site below a public suffix', ['a.co.uk', 'x.a.co.uk', 'y.a.co.uk'], 'taken taken site-full'],
  ['a private suffix', ['a.github.io', 'b.github.io', 'c.github.io'], 'taken taken taken'],
  ['one site below a private suffix', ['a.github.io', 'x.a.github.io', 'a.github.io'], 'taken taken site-full'],
  ['addresses', ['10.0.0.1', '10.0.0.2', '10.0.0.3'], 'taken taken taken'],
  ['one address', ['10.0.0.1', '10.0.0.1:8080', '10.0.0.1'], 'taken taken site-full'],
  ['addresses of version 6', ['[::1]', '[::1]:8080', '[::1]', '[::2]'], 'taken taken site-full taken'],
  ['this machine', ['localhost', 'localhost:8080', 'localhost:9090'], 'taken taken site-full'],
] as const) {
  test(`hostLimit 2, ${what}: ${hosts.join(', ')} → ${expected}`, () => {
    assert.equal(answers(createChooser([], [], { ...ROOMY, hostLimit: 2 }, NOW), at(...hosts)), expected);
  });
}

test('what is live already holds its place of the site, whatever the host', () => {
  const live = [itemAt('https://cdn.a.test/x', 'running download'), itemAt('https://b.test/x', 'probing')];
  const chooser = createChooser(live, [], { ...ROOMY, hostLimit: 2 }, NOW);
  assert.equal(answers(chooser, at('a.test', 'a.test', 'b.test', 'b.test')), 'taken site-full taken site-full');
});

for (const stage of ['probing', 'asking fetch', 'running fetch', 'running missing', 'running download'] as const) {
  test(`${stage} holds a place of the limit and one of the site`, () => {
    const live = [itemAt('https://a.test/x', stage)];
    const terms = { limit: 2, hostLimit: 1, hostDelay: 0 };
    assert.equal(
      answers(createChooser(live, [], terms, NOW), at('a.test', 'b.test', 'c.test')),
      'site-full taken passed',
    );
  });
}

for (const stage of ['collecting', 'asking save', 'writing'] as const) {
  test(`${stage} talks to no server: it holds a place of the limit, but none of the site`, () => {
    const live = [itemAt('https://a.test/x', stage)];
    const terms = { limit: 2, hostLimit: 1, hostDelay: 0 };
    assert.equal(answers(createChooser(live, [], terms, NOW), at('a.test', 'b.test')), 'taken passed');
    const busy = Array.from({ length: 9 }, () => itemAt('https://a.test/x', stage));
    assert.equal(answers(createChooser(busy, [], ROOMY, NOW), at('a.test', 'a.test')), 'taken taken');
  });
}

test('a host never gets more than five connections; another host of the site is not kept from starting', () => {
  assert.equal(CONNECTIONS_PER_HOST, 5);
  const six = Array.from({ length: 6 }, () => 'a.test');
  assert.equal(
    answers(createChooser([], [], ROOMY, NOW), at(...six, 'x.a.test', 'a.test:8443')),
    'taken taken taken taken taken passed taken taken',
  );
  const live = six.slice(2).map(host => itemAt(`https://${host}/`, 'running fetch'));
  assert.equal(answers(createChooser(live, [], ROOMY, NOW), at('a.test', 'a.test', 'a.test')), 'taken passed passed');
});

function gateOf(site: string, ms: number, why: SiteGate['why'] = 'retry-after'): SiteGate {
  return { site, until: NOW + ms, why };
}

/** How long the gate of a.test is to be shut yet, in ms, and what is answered. */
for (const [what, ms, answer] of [
  ['shut', 60_000, 'site-full'],
  ['shut for a last moment', 1, 'site-full'],
  ['expired now', 0, 'taken'],
  ['expired', -60_000, 'taken'],
  ['shut as long as can be', LONGEST_WAIT, 'site-full'],
  ['absurd, of a clock that was set back', LONGEST_WAIT + 1, 'taken'],
] as const) {
  test(`a gate that is ${what} → ${answer}`, () => {
    for (const why of ['retry-after', 'delay'] as const) {
      const chooser = createChooser([], [gateOf('a.test', ms, why)], ROOMY, NOW);
      assert.equal(answers(chooser, at('x.a.test', 'b.test', 'a.test')), `${answer} taken ${answer}`);
    }
  });
}

test('of several gates of one site a single shut one is enough', () => {
  const gates = [gateOf('a.test', 5), gateOf('a.test', -5), gateOf('b.test', -5)];
  assert.equal(answers(createChooser([], gates, ROOMY, NOW), at('a.test', 'b.test')), 'site-full taken');
});

test('with a delay between starts one item of each site starts', () => {
  const chooser = createChooser([], [], { ...ROOMY, hostDelay: 1 }, NOW);
  assert.equal(answers(chooser, at('a.test', 'x.a.test', 'b.test', 'a.test')), 'taken site-full taken site-full');
});

test('with a delay between starts a site that is at work may have its next start when its gate is open', () => {
  const live = [itemAt('https://a.test/x', 'running fetch')];
  const chooser = createChooser(live, [gateOf('a.test', 0, 'delay')], { ...ROOMY, hostDelay: 1 }, NOW);
  assert.equal(answers(chooser, at('a.test', 'a.test')), 'taken site-full');
});

test('what is not taken counts nothing and shuts nothing', () => {
  const live = Array.from({ length: CONNECTIONS_PER_HOST }, () => itemAt('https://a.test/x', 'running fetch'));
  const chooser = createChooser(live, [], { ...ROOMY, hostDelay: 1 }, NOW);
  assert.equal(answers(chooser, at('a.test', 'a.test', 'x.a.test')), 'passed passed taken');
});

test('a site that is full never keeps the items of another waiting', () => {
  const chooser = createChooser([], [], { ...ROOMY, limit: 3, hostLimit: 1 }, NOW);
  const slow = Array.from({ length: 5_000 }, () => 'slow.test');
  const told = answers(chooser, at(...slow, 'a.test', 'b.test', 'c.test')).split(' ');
  assert.equal(told.filter(answer => answer === 'taken').length, 3);
  assert.deepEqual(told.slice(-3), ['taken', 'taken', 'passed']);
});
