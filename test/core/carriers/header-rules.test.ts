import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { neededRules, refererFor } from '../../../src/core/carriers/header-rules.ts';
import { itemIn, STAGE_NAMES, type StageName } from '../make-item.ts';

const FILE = 'https://files.test/dir/file.zip';
/** What a browser sends by the policy `strict-origin-when-cross-origin`. */
const REFERERS: readonly (readonly [what: string, url: string, page: string | null, referer: string | null])[] = [
  ['no page', FILE, null, null],
  ['same origin', FILE, 'https://files.test/list?page=2', 'https://files.test/list?page=2'],
  ['same origin, only a host', FILE, 'https://files.test', 'https://files.test/'],
  ['same origin, the port is the default', FILE, 'https://files.test:443/list', 'https://files.test/list'],
  ['another host', FILE, 'https://page.test/list?page=2', 'https://page.test/'],
  ['a host above', FILE, 'https://test/list', 'https://test/'],
  ['a host below', FILE, 'https://www.files.test/list', 'https://www.files.test/'],
  ['another port', FILE, 'https://files.test:8443/list', 'https://files.test:8443/'],
  ['http to https', FILE, 'http://files.test/list', 'http://files.test/'],
  ['https to http', 'http://files.test/x', 'https://files.test/list', null],
  ['https to http of another host', 'http://files.test/x', 'https://page.test/list', null],
  ['http to http', 'http://files.test/x', 'http://files.test/list', 'http://files.test/list'],
  ['http to http of another host', 'http://files.test/x', 'http://page.test/list', 'http://page.test/'],
  ['a fragment', FILE, 'https://files.test/list#secret', 'https://files.test/list'],
  ['a fragment, cross origin', FILE, 'https://page.test/list#secret', 'https://page.test/'],
  ['a user and a password', FILE, 'https://me:secret@files.test/list', 'https://files.test/list'],
  ['a user and a password, cross origin', FILE, 'https://me:secret@page.test/list', 'https://page.test/'],
  ['another script', FILE, 'https://пример.рф/файл', 'https://xn--e1afmkfd.xn--p1ai/'],
  ['IPv6', FILE, 'http://[::1]:8080/x', 'http://[::1]:8080/'],
];

for (const [what, url, page, referer] of REFERERS) {
  test(`refererFor: ${what} → ${referer}`, () => assert.equal(refererFor(url, page), referer));
}

test('refererFor never tells another origin more than the page’s own, nor anyone a secret', () => {
  const pages = fc.tuple(fc.constantFrom('http', 'https'), fc.constantFrom('a.test', 'b.test:8080'), fc.webPath());
  fc.assert(
    fc.property(pages, pages, ([scheme, host, path], [toScheme, toHost, toPath]) => {
      const page = `${scheme}://user:pw@${host}${path}?q=1#part`;
      const url = `${toScheme}://${toHost}${toPath}`;
      const referer = refererFor(url, page);
      if (scheme === 'https' && toScheme === 'http') return assert.equal(referer, null);
      assert.ok(referer !== null && !/#|user:/.test(referer));
      const isSameOrigin = scheme === toScheme && host === toHost;
      assert.equal(referer.endsWith('?q=1'), isSameOrigin);
      if (!isSameOrigin) assert.equal(referer, `${scheme}://${host}/`);
    }),
  );
});

/** The hosts whose requests need a rule while an item is there. */
const HOSTS: Partial<Record<StageName, readonly string[]>> = {
  probing: ['files.test'],
  'asking fetch': ['files.test'],
  'running fetch': ['files.test'],
  'running missing': ['files.test'],
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
