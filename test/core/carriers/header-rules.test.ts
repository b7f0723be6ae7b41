import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neededRules } from '../../../src/core/carriers/header-rules.ts';
import { itemIn, STAGE_NAMES, type StageName } from '../make-item.ts';

const FILE = 'https://files.test/dir/file.zip';
/** The hosts whose requests need a rule while an item is there. */
const HOSTS: Partial<Record<StageName, readonly string[]>> = {
  probing: ['files.test'],
  'asking fetch': ['files.test'],
  'running fetch': ['files.test'],
  'running missing': ['files.test'],
  'asking parts': ['files.test'],
  'running parts': ['files.test'],
};

for (const stage of STAGE_NAMES) {
  test(`neededRules: ${stage} → ${HOSTS[stage]?.join() ?? 'none'}`, () => {
    const rules = neededRules([itemIn(stage, { referrer: 'https://files.test/list' })], ['<all_urls>']);
    const hosts = HOSTS[stage];
    const rule = { url: FILE, hosts, referer: 'https://files.test/list' };
    assert.deepEqual(rules, hosts === undefined ? [] : [rule]);
  });
}

test('neededRules: only for hosts that are granted, under either scheme', () => {
  const rulesWith = (...grants: string[]): unknown => neededRules([itemIn('running fetch')], grants);
  const one = [{ url: FILE, hosts: ['files.test'], referer: null }];
  assert.deepEqual(rulesWith(), []);
  assert.deepEqual(rulesWith('https://other.test/*'), []);
  assert.deepEqual(rulesWith('https://files.test/*'), one);
  assert.deepEqual(rulesWith('http://files.test/*'), one);
});

test('neededRules: each live item has its own, with all hosts of its plan', () => {
  const items = [
    itemIn('running fetch', { id: 'a', referrer: 'https://page.test/x' }),
    itemIn('running download', { id: 'b' }),
    itemIn('probing', { id: 'c', url: 'http://[::1]:8080/c', referrer: 'http://[::1]:8080/list' }),
  ];
  assert.deepEqual(neededRules(items, ['*://*/*']), [
    { url: FILE, hosts: ['files.test'], referer: 'https://page.test/' },
    { url: 'http://[::1]:8080/c', hosts: ['[::1]'], referer: 'http://[::1]:8080/list' },
  ]);
  assert.deepEqual(neededRules([], ['<all_urls>']), []);
});
