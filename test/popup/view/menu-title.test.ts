import assert from 'node:assert/strict';
import { test } from 'node:test';
import { menuTitle } from '../../../popup/view/menu-title.ts';

for (const [title, seen] of [
  ['&Send link', 'Send link'],
  ['Send link with &options…', 'Send link with options…'],
  ['A && &B', 'A & B'],
  ['plain', 'plain'],
] as const)
  test(`${title} is read as ${seen}`, () => {
    assert.equal(menuTitle(title), seen);
  });
