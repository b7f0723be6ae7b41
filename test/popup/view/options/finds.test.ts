import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finds } from '../../../../popup/view/options/finds.ts';

const TEXT = 'Theme: hell, dunkel oder wie überall';

test('all words must be there, in any order, case and with or without accents', () => {
  for (const sought of ['', '  ', 'THEME', 'dunkel theme', 'uberall', 'über']) assert.ok(finds(TEXT, sought), sought);
  for (const sought of ['theme hours', 'themes']) assert.ok(!finds(TEXT, sought), sought);
});
