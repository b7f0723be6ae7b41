import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  parseSettings,
  type Settings,
  type SettingsProblem,
} from '../../src/core/settings.ts';

const CURRENT: Settings = { ...DEFAULT_SETTINGS, limit: 7, attempts: 9 };
const limit: SettingsProblem = { kind: 'out-of-bounds', key: 'limit', least: 1, most: 16 };
const attempts: SettingsProblem = { kind: 'out-of-bounds', key: 'attempts', least: 1, most: 100 };

/** What `set` is, and what `changeSettings` answers: the settings that change, or the problem. */
const ASKED: readonly (readonly [set: unknown, answer: Partial<Settings> | SettingsProblem])[] = [
  [{}, {}],
  [{ limit: 1 }, { limit: 1 }],
  [
    { limit: 16, attempts: 100 },
    { limit: 16, attempts: 100 },
  ],
  [{ attempts: 1 }, { attempts: 1 }],
  [{ limit: 0 }, limit],
  [{ limit: 17 }, limit],
  [{ limit: -1 }, limit],
  [{ limit: 2.5 }, limit],
  [{ limit: Number.NaN }, limit],
  [{ limit: Number.POSITIVE_INFINITY }, limit],
  [{ limit: '4' }, limit],
  [{ limit: null }, limit],
  [{ limit: undefined }, limit],
  [{ limit: [4] }, limit],
  [{ attempts: 0 }, attempts],
  [{ attempts: 101 }, attempts],
  [{ limit: 3, attempts: 0 }, attempts],
  [{ speed: 3 }, { kind: 'unknown-setting', key: 'speed' }],
  [
    { limit: 3, toString: 1 },
    { kind: 'unknown-setting', key: 'toString' },
  ],
  [JSON.parse('{"__proto__": {"limit": 3}}'), { kind: 'unknown-setting', key: '__proto__' }],
  [{ constructor: 3 }, { kind: 'unknown-setting', key: 'constructor' }],
  [null, { kind: 'not-an-object' }],
  [undefined, { kind: 'not-an-object' }],
  [[], { kind: 'not-an-object' }],
  [[{ limit: 3 }], { kind: 'not-an-object' }],
  ['limit', { kind: 'not-an-object' }],
  [5, { kind: 'not-an-object' }],
];

for (const [set, answer] of ASKED) {
  test(`changeSettings: ${JSON.stringify(set) ?? 'undefined'} → ${JSON.stringify(answer)}`, () => {
    const before = Object.freeze({ ...CURRENT });
    assert.deepEqual(changeSettings(before, set), 'kind' in answer ? answer : { ...CURRENT, ...answer });
  });
}

test('parseSettings: what is not whole in the store falls back key by key', () => {
  const { limit: least, attempts: times } = DEFAULT_SETTINGS;
  assert.deepEqual(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, limit: 4, attempts: 6 });
  for (const stored of [undefined, null, 'x', 4, [], {}, { limit: 0 }, { limit: 'x', old: true }])
    assert.deepEqual(parseSettings(stored), DEFAULT_SETTINGS);
  assert.deepEqual(parseSettings({ limit: 9 }), { ...DEFAULT_SETTINGS, limit: 9, attempts: times });
  assert.deepEqual(parseSettings({ attempts: 3, limit: 99, old: 1 }), {
    ...DEFAULT_SETTINGS,
    limit: least,
    attempts: 3,
  });
  const polluting: unknown = JSON.parse('{"__proto__": {"limit": 9}, "attempts": 2}');
  assert.deepEqual(parseSettings(polluting), { ...DEFAULT_SETTINGS, attempts: 2 });
});

test('parseSettings makes whole settings of anything, and reads its own unchanged', () => {
  const anything = fc.oneof(fc.anything(), fc.record({ limit: fc.anything(), attempts: fc.integer() }));
  fc.assert(
    fc.property(anything, stored => {
      const settings = parseSettings(stored);
      assert.deepEqual(Object.keys(settings).sort(), Object.keys(DEFAULT_SETTINGS).sort());
      assert.ok(settings.limit >= 1 && settings.limit <= 16 && settings.attempts >= 1 && settings.attempts <= 100);
      assert.deepEqual(changeSettings(DEFAULT_SETTINGS, settings), settings);
    }),
  );
});
