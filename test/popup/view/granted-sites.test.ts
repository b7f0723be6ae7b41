import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantedSites } from '../../../popup/view/granted-sites.ts';

test('a site is one thing, whatever the schemes of its patterns, and sites stand by name', () => {
  const { all, sites } = grantedSites(['https://z.org/*', 'https://*.b.org/*', 'http://z.org/*', '*://a.org/*']);
  assert.deepEqual(all, []);
  assert.deepEqual(sites, [
    { name: 'a.org', patterns: ['*://a.org/*'] },
    { name: '*.b.org', patterns: ['https://*.b.org/*'] },
    { name: 'z.org', patterns: ['https://z.org/*', 'http://z.org/*'] },
  ]);
});

test('what takes in every site is told apart, in each of its forms', () => {
  const { all, sites } = grantedSites(['https://*/*', '<all_urls>', '*://*/*', 'https://a.org:8443/*']);
  assert.deepEqual(all, ['https://*/*', '<all_urls>', '*://*/*']);
  assert.deepEqual(
    sites.map(({ name }) => name),
    ['a.org:8443'],
  );
  assert.deepEqual(grantedSites([]), { all: [], sites: [] });
});
