import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { readSettingsFile, settingsFile } from '../../src/core/settings-file.ts';

const OTHER: Settings = {
  ...DEFAULT_SETTINGS,
  limit: 9,
  windows: [{ days: [1, 2], from: 60, to: 120 }],
  menusOff: ['page'],
  theme: 'dark',
};

function fileOf(settings: unknown, rest: object = {}): string {
  return JSON.stringify({ format: 'longhaul-settings', version: 1, settings, ...rest });
}

test('a file of all settings brings back exactly what has changed since', () => {
  const outcome = readSettingsFile(settingsFile(OTHER), DEFAULT_SETTINGS);
  assert.ok('set' in outcome);
  assert.deepEqual(outcome.keys, ['limit', 'windows', 'menusOff', 'theme']);
  assert.deepEqual({ ...DEFAULT_SETTINGS, ...outcome.set }, OTHER);
  assert.deepEqual(readSettingsFile(settingsFile(OTHER), OTHER), { set: {}, keys: [] });
});

test('that everything is paused goes into no file, and comes from none', () => {
  assert.ok(!settingsFile({ ...OTHER, hold: true }).includes('hold'));
  for (const hold of [true, false])
    assert.deepEqual(readSettingsFile(fileOf({ hold }), DEFAULT_SETTINGS), { kind: 'unknown-setting', key: 'hold' });
});

test('what a file lacks stays as it is', () => {
  assert.deepEqual(readSettingsFile(fileOf({ limit: 5 }), OTHER), { set: { limit: 5 }, keys: ['limit'] });
});

test('a file that is wrong in anything changes nothing, and is told by what is wrong', () => {
  const problems: readonly (readonly [text: string, problem: object])[] = [
    ['{', { kind: 'not-json' }],
    ['[]', { kind: 'not-a-settings-file' }],
    ['null', { kind: 'not-a-settings-file' }],
    ['{"format":"longhaul-rules","version":1}', { kind: 'not-a-settings-file' }],
    ['{"format":"longhaul-settings","version":2,"settings":{}}', { kind: 'other-version', version: '2' }],
    [fileOf({}, { colour: 1 }), { kind: 'unknown-entry', key: 'colour' }],
    [fileOf([]), { kind: 'not-an-object' }],
    [fileOf({ limit: 5, colour: 'red' }), { kind: 'unknown-setting', key: 'colour' }],
    [fileOf({ limit: 99 }), { kind: 'out-of-bounds', key: 'limit', least: 1, most: 16 }],
    [fileOf({ windows: 'never' }), { kind: 'bad-windows' }],
  ];
  for (const [text, problem] of problems) assert.deepEqual(readSettingsFile(text, OTHER), problem, text);
});
