import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isGranted } from '../../../src/core/links/origin-patterns.ts';
import { bypassPatterns } from '../../../src/core/take-over/bypass-patterns.ts';
import { isSiteOn } from '../../../src/core/take-over/take-over-settings.ts';

const CASES: readonly [sites: readonly string[], grants: readonly string[], patterns: readonly string[]][] = [
  [[], ['https://*/*'], []],
  [['example.com'], [], []],
  [['*'], ['https://a.com/*', 'http://*.b.com/*'], ['http://*.b.com/*', 'https://a.com/*']],
  [['*'], ['<all_urls>'], ['*://*/*']],
  [['example.com'], ['https://*/*'], ['https://*.example.com/*', 'https://example.com/*']],
  [['example.com'], ['<all_urls>'], ['*://*.example.com/*', '*://example.com/*']],
  [['example.com'], ['https://www.example.com/*'], ['https://www.example.com/*']],
  [['www.example.com'], ['https://example.com/*'], []],
  [['www.example.com'], ['https://*.example.com/*'], ['https://*.www.example.com/*', 'https://www.example.com/*']],
  [['example.com'], ['https://*.www.example.com/*'], ['https://*.www.example.com/*']],
  [['example.com'], ['https://notexample.com/*'], []],
  [['127.0.0.1'], ['http://*/*'], ['http://127.0.0.1/*']],
  [['[::1]'], ['http://*/*'], ['http://[::1]/*']],
  [['a.com', '*'], ['https://a.com/*'], ['https://a.com/*']],
  [['*'], ['ftp://a.com/*', 'nonsense'], []],
];

for (const [sites, grants, patterns] of CASES)
  test(`bypassPatterns: ${sites.join(' ')} with ${grants.join(' ')}`, () => {
    assert.deepEqual(bypassPatterns(sites, grants), patterns);
  });

test('bypassPatterns: a page is listened in exactly where its site is on and granted', () => {
  const host = fc.constantFrom('a.com', 'www.a.com', 'x.www.a.com', 'b.org', 'aa.com');
  const grant = fc
    .tuple(
      fc.constantFrom('https', 'http', '*'),
      fc.oneof(
        host,
        host.map(name => `*.${name}`),
        fc.constant('*'),
      ),
    )
    .map(([scheme, name]) => `${scheme}://${name}/*`);
  const site = fc.oneof(host, fc.constant('*'));
  const page = fc.tuple(fc.constantFrom('https', 'http'), host).map(([scheme, name]) => `${scheme}://${name}/`);
  fc.assert(
    fc.property(fc.array(site, { maxLength: 3 }), fc.array(grant, { maxLength: 3 }), page, (sites, grants, url) => {
      const isOn = isSiteOn(new URL(url).hostname, sites) && isGranted(url, grants);
      assert.equal(isGranted(url, bypassPatterns(sites, grants)), isOn);
    }),
  );
});
