import assert from 'node:assert/strict';
import { test } from 'node:test';
import { altClickPages } from '../../../src/core/take-over/alt-click-pages.ts';

const GRANTS = ['https://a.com/*', 'http://*.b.com/*', 'file:///*'];
const NOWHERE = { matches: [], excludes: [] };

test('Alt+click sends links on all websites that are granted', () => {
  assert.deepEqual(altClickPages(true, [], GRANTS), { matches: ['http://*.b.com/*', 'https://a.com/*'], excludes: [] });
});

test('sites of which downloads are taken over are left out', () => {
  assert.deepEqual(altClickPages(true, ['a.com'], GRANTS).excludes, ['https://a.com/*']);
  assert.deepEqual(altClickPages(true, ['x.b.com'], GRANTS).excludes, ['http://*.x.b.com/*', 'http://x.b.com/*']);
});

test('it sends nothing where it is switched off, nothing is granted, or all is taken over', () => {
  assert.deepEqual(altClickPages(false, [], GRANTS), NOWHERE);
  assert.deepEqual(altClickPages(true, [], []), NOWHERE);
  assert.deepEqual(altClickPages(true, ['*'], GRANTS), NOWHERE);
});
