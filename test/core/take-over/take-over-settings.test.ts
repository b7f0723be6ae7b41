import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { isSiteOn, parseTakeOver } from '../../../src/core/take-over/take-over-settings.ts';

const GOOD = { sites: ['*'], types: ['zip'], leastSize: 5 };

test('parseTakeOver: names are put in lower case, each once', () => {
  const asked = {
    sites: ['Example.com', 'example.COM', '[::1]', 'xn--bcher-kva.de'],
    types: ['ZIP', 'tar.gz', 'Video/*'],
  };
  assert.deepEqual(parseTakeOver({ ...asked, leastSize: 0 }), {
    sites: ['example.com', '[::1]', 'xn--bcher-kva.de'],
    types: ['zip', 'tar.gz', 'video/*'],
    leastSize: 0,
  });
});

test('parseTakeOver: what it answers it takes unchanged', () => {
  assert.deepEqual(parseTakeOver(parseTakeOver(GOOD)), GOOD);
});

const WRONG: readonly [unknown, string][] = [
  [null, 'takeOver'],
  [[], 'takeOver'],
  ['*', 'takeOver'],
  [{}, 'sites'],
  [{ ...GOOD, more: 1 }, 'more'],
  [JSON.parse('{"__proto__": 1, "sites": [], "types": [], "leastSize": 0}'), '__proto__'],
  ...[
    null,
    'a.com',
    [1],
    [''],
    ['a b'],
    ['a.com/'],
    ['https://a.com'],
    ['*.a.com'],
    ['a.com:80'],
    ['me@a.com'],
    ['bücher.de'],
    ['a.com#'],
    Array.from({ length: 1_001 }, () => 'a.com'),
  ].map((sites): [unknown, string] => [{ ...GOOD, sites }, 'sites']),
  ...[null, 'zip', ['.zip'], ['*'], ['video/'], ['/mp4'], ['*/*'], ['video/mp4; x'], [''], ['zip ']].map(
    (types): [unknown, string] => [{ ...GOOD, types }, 'types'],
  ),
  ...[null, '5', -1, 1.5, Number.NaN, 2 ** 60, undefined].map((leastSize): [unknown, string] => [
    { ...GOOD, leastSize },
    'leastSize',
  ]),
];

for (const [asked, wrong] of WRONG)
  test(`parseTakeOver: ${inspect(asked, { maxArrayLength: 3, breakLength: Infinity })} → ${wrong}`, () => {
    assert.deepEqual(parseTakeOver(asked), { wrong });
  });

test('isSiteOn: a site stands for itself and all below it', () => {
  for (const host of ['a.com', 'www.a.com', 'x.y.a.com']) assert.ok(isSiteOn(host, ['b.com', 'a.com']), host);
  for (const host of ['ba.com', 'com', 'a.com.evil.org']) assert.ok(!isSiteOn(host, ['a.com']), host);
  assert.ok(isSiteOn('anything', ['*']));
  assert.ok(!isSiteOn('anything', []));
});
