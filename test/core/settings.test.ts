import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { MENU_ENTRIES } from '../../src/core/menu-entry.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  isProblem,
  parseSettings,
  type Settings,
  type SettingsProblem,
} from '../../src/core/settings.ts';

const WINDOW = { days: [1, 2], from: 60, to: 120 };
const CURRENT: Settings = {
  limit: 7,
  hostLimit: 3,
  hostDelay: 20,
  attempts: 9,
  windows: [WINDOW],
  hold: true,
  skipDownloaded: true,
  historyItems: 50,
  historyDays: 7,
  conflict: 'ask',
  altClick: false,
  takeOver: { sites: ['example.com'], types: ['zip'], leastSize: 5 },
  menusOff: ['image', 'page'],
  theme: 'dark',
  language: 'de',
  badge: 'percent',
  notifyDone: false,
  notifyFailed: false,
};

test('the defaults are those that the user is promised', () => {
  assert.deepEqual(DEFAULT_SETTINGS, {
    limit: 4,
    hostLimit: 2,
    hostDelay: 0,
    attempts: 6,
    windows: [],
    hold: false,
    skipDownloaded: false,
    historyItems: 10_000,
    historyDays: 365,
    conflict: 'rename',
    altClick: true,
    takeOver: { sites: [], types: [], leastSize: 1_000_000 },
    menusOff: [],
    theme: 'system',
    language: 'browser',
    badge: 'count',
    notifyDone: true,
    notifyFailed: true,
  } satisfies Settings);
});

/** The least and the most of every number, both allowed. */
const NUMBERS = {
  limit: [1, 16],
  hostLimit: [1, 16],
  hostDelay: [0, 3_600],
  attempts: [1, 100],
  historyItems: [10, 1_000_000],
  historyDays: [0, 36_500],
} as const satisfies {
  [K in keyof Settings as Settings[K] extends number ? K : never]: readonly [number, number];
};
const SWITCHES = [
  'hold',
  'skipDownloaded',
  'altClick',
  'notifyDone',
  'notifyFailed',
] as const satisfies readonly (keyof Settings)[];
const CHOICES = {
  theme: ['system', 'light', 'dark'],
  language: ['browser', 'en', 'de', 'es', 'fr', 'ja', 'zh_CN', 'ar'],
  badge: ['count', 'percent'],
} as const;

test('every key is a number, a switch, a choice, the windows, the conflict, the take-over or the menus', () => {
  assert.deepEqual(
    [...Object.keys({ ...NUMBERS, ...CHOICES }), ...SWITCHES, 'windows', 'conflict', 'takeOver', 'menusOff'].sort(),
    Object.keys(DEFAULT_SETTINGS).sort(),
  );
});

function changed(set: unknown): Settings | SettingsProblem {
  return changeSettings(Object.freeze({ ...CURRENT }), set);
}

for (const [key, [least, most]] of Object.entries(NUMBERS)) {
  test(`changeSettings: ${key} is a whole number of ${least} to ${most}`, () => {
    for (const value of [least, least + 1, most]) {
      assert.deepEqual(changed({ [key]: value }), { ...CURRENT, [key]: value });
      assert.deepEqual(parseSettings({ [key]: value }), { ...DEFAULT_SETTINGS, [key]: value });
    }
    const nonsense = [Number.NaN, Number.POSITIVE_INFINITY, least + 0.5, '4', true, null, undefined, [4], {}];
    for (const value of [least - 1, most + 1, -1, ...nonsense]) {
      assert.deepEqual(changed({ [key]: value }), { kind: 'out-of-bounds', key, least, most }, inspect(value));
      assert.deepEqual(parseSettings({ [key]: value }), DEFAULT_SETTINGS, inspect(value));
    }
  });
}

for (const key of SWITCHES) {
  test(`changeSettings: ${key} is on or off`, () => {
    assert.deepEqual(changed({ [key]: false }), { ...CURRENT, [key]: false });
    assert.deepEqual(changed({ [key]: true }), { ...CURRENT, [key]: true });
    assert.deepEqual(parseSettings({ [key]: true }), { ...DEFAULT_SETTINGS, [key]: true });
    for (const value of [0, 1, 'true', '', null, undefined, [], {}]) {
      assert.deepEqual(changed({ [key]: value }), { kind: 'not-a-boolean', key }, inspect(value));
      assert.deepEqual(parseSettings({ [key]: value }), DEFAULT_SETTINGS, inspect(value));
    }
  });
}

for (const [key, choices] of Object.entries(CHOICES)) {
  test(`changeSettings: ${key} is one of ${choices.join(', ')}`, () => {
    for (const value of choices) {
      assert.deepEqual(changed({ [key]: value }), { ...CURRENT, [key]: value });
      assert.deepEqual(parseSettings({ [key]: value }), { ...DEFAULT_SETTINGS, [key]: value });
    }
    for (const value of ['xx', '', null, undefined, 1, true, [choices[1]]]) {
      assert.deepEqual(changed({ [key]: value }), { kind: 'not-one-of', key, choices }, inspect(value));
      assert.deepEqual(parseSettings({ [key]: value }), DEFAULT_SETTINGS, inspect(value));
    }
  });
}

test('changeSettings: a conflict is one of three; to overwrite is no setting', () => {
  for (const conflict of ['rename', 'skip', 'ask'] as const) {
    assert.deepEqual(changed({ conflict }), { ...CURRENT, conflict });
    assert.deepEqual(parseSettings({ conflict }), { ...DEFAULT_SETTINGS, conflict });
  }
  for (const conflict of ['overwrite', '', null, 1]) {
    assert.deepEqual(changed({ conflict }), {
      kind: 'not-one-of',
      key: 'conflict',
      choices: ['rename', 'skip', 'ask'],
    });
    assert.deepEqual(parseSettings({ conflict }), DEFAULT_SETTINGS);
  }
});

test('changeSettings: windows are whole windows, or none at all', () => {
  const two = [WINDOW, { days: [0], from: 1_380, to: 0 }];
  for (const windows of [[], [WINDOW], two]) {
    assert.deepEqual(changed({ windows }), { ...CURRENT, windows });
    assert.deepEqual(parseSettings({ windows }), { ...DEFAULT_SETTINGS, windows });
  }
  for (const windows of [null, undefined, {}, WINDOW, 'always', [null], [WINDOW, { ...WINDOW, days: [] }]]) {
    assert.deepEqual(changed({ windows }), { kind: 'bad-windows' });
    assert.deepEqual(parseSettings({ windows }), DEFAULT_SETTINGS);
  }
});

test('changeSettings: takeOver is whole, or names its field that is wrong', () => {
  const takeOver = { sites: ['*'], types: ['video/*'], leastSize: 0 };
  assert.deepEqual(changed({ takeOver }), { ...CURRENT, takeOver });
  assert.deepEqual(parseSettings({ takeOver }), { ...DEFAULT_SETTINGS, takeOver });
  for (const [wrong, field] of [
    [null, 'takeOver'],
    [{ ...takeOver, sites: 'x' }, 'sites'],
    [{ ...takeOver, speed: 1 }, 'speed'],
  ] as const) {
    assert.deepEqual(changed({ takeOver: wrong }), { kind: 'bad-take-over', field });
    assert.deepEqual(parseSettings({ takeOver: wrong }), DEFAULT_SETTINGS);
  }
});

test('changeSettings: menusOff is a list of entries, kept in the order of the menus and each once', () => {
  assert.deepEqual(changed({ menusOff: [] }), { ...CURRENT, menusOff: [] });
  assert.deepEqual(changed({ menusOff: ['page', 'link', 'page'] }), { ...CURRENT, menusOff: ['link', 'page'] });
  for (const menusOff of [null, undefined, {}, 'link', ['link', 'share'], [null], ['toString']]) {
    assert.deepEqual(changed({ menusOff }), { kind: 'not-a-list-of', key: 'menusOff', choices: MENU_ENTRIES });
    assert.deepEqual(parseSettings({ menusOff }), DEFAULT_SETTINGS);
  }
});

/** What `set` is, and what `changeSettings` answers: the settings that change, or the problem. */
const ASKED: readonly (readonly [set: unknown, answer: Partial<Settings> | SettingsProblem])[] = [
  [{}, {}],
  [
    { limit: 16, attempts: 100, hold: false, windows: [] },
    { limit: 16, attempts: 100, hold: false, windows: [] },
  ],
  [
    { limit: 3, attempts: 0 },
    { kind: 'out-of-bounds', key: 'attempts', least: 1, most: 100 },
  ],
  [
    { hold: 1, limit: 0 },
    { kind: 'not-a-boolean', key: 'hold' },
  ],
  [{ limit: 3, windows: 1 }, { kind: 'bad-windows' }],
  [{ speed: 3 }, { kind: 'unknown-setting', key: 'speed' }],
  [
    { limit: 3, toString: 1 },
    { kind: 'unknown-setting', key: 'toString' },
  ],
  [JSON.parse('{"__proto__": {"limit": 3}}'), { kind: 'unknown-setting', key: '__proto__' }],
  [{ constructor: 3 }, { kind: 'unknown-setting', key: 'constructor' }],
  [{ kind: 'x' }, { kind: 'unknown-setting', key: 'kind' }],
  [null, { kind: 'not-an-object' }],
  [[{ limit: 3 }], { kind: 'not-an-object' }],
  ['limit', { kind: 'not-an-object' }],
];

for (const [set, answer] of ASKED) {
  test(`changeSettings: ${JSON.stringify(set) ?? 'undefined'} → ${JSON.stringify(answer)}`, () => {
    const seen = changed(set);
    assert.equal(isProblem(seen), 'kind' in answer);
    assert.deepEqual(seen, 'kind' in answer ? answer : { ...CURRENT, ...answer });
  });
}

test('parseSettings: what is missing or not whole in the store falls back key by key', () => {
  assert.deepEqual(parseSettings({ limit: 9, attempts: 2 }), { ...DEFAULT_SETTINGS, limit: 9, attempts: 2 });
  for (const stored of [undefined, null, 'x', 4, [], ['x'], {}, { limit: 0 }, { limit: 'x', old: true }])
    assert.deepEqual(parseSettings(stored), DEFAULT_SETTINGS);
  const numbers = { limit: 99, hostLimit: 5, hostDelay: -1, attempts: 3 };
  const broken = { ...numbers, windows: 'x', hold: true, skipDownloaded: 0, conflict: 'overwrite', old: 1 };
  assert.deepEqual(parseSettings(broken), { ...DEFAULT_SETTINGS, hostLimit: 5, attempts: 3, hold: true });
  const polluting: unknown = JSON.parse('{"__proto__": {"limit": 9}, "attempts": 2}');
  assert.deepEqual(parseSettings(polluting), { ...DEFAULT_SETTINGS, attempts: 2 });
});

test('parseSettings makes whole settings of anything, and reads its own unchanged', () => {
  const value = fc.oneof(fc.anything(), fc.integer({ min: -5, max: 5_000 }), fc.boolean(), fc.constant([WINDOW]));
  const shapes = Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map(key => [key, value]));
  const anything = fc.oneof(fc.anything(), fc.record(shapes, { requiredKeys: [] }));
  fc.assert(
    fc.property(anything, stored => {
      const settings = parseSettings(stored);
      assert.deepEqual(Object.keys(settings).sort(), Object.keys(DEFAULT_SETTINGS).sort());
      for (const [key, [least, most]] of Object.entries(NUMBERS)) {
        const number: unknown = Object.entries(settings).find(([name]) => name === key)?.[1];
        assert.ok(Number.isInteger(number) && Number(number) >= least && Number(number) <= most, key);
      }
      for (const key of SWITCHES) assert.equal(typeof settings[key], 'boolean');
      assert.deepEqual(parseSettings(settings), settings);
      assert.deepEqual(changeSettings(DEFAULT_SETTINGS, settings), settings);
    }),
  );
});
