import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownName } from '../../../../popup/view/options/own-name.ts';
import { LANGUAGES } from '../../../../src/core/settings.ts';

test('each language calls itself by its own name', () => {
  assert.deepEqual(LANGUAGES.map(ownName), [
    'English',
    'Deutsch',
    'Español',
    'Français',
    '日本語',
    '简体中文',
    'العربية',
  ]);
});
