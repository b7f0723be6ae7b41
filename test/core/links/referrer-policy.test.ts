import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  readPolicy,
  REFERRER_POLICIES,
  type ReferrerPolicy,
  refererFor,
  USUAL_POLICY,
} from '../../../src/core/links/referrer-policy.ts';

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
  test(`refererFor: ${what} → ${referer}`, () => assert.equal(refererFor(url, page, USUAL_POLICY), referer));
}

test('refererFor never tells another origin more than the page’s own, nor anyone a secret', () => {
  const pages = fc.tuple(fc.constantFrom('http', 'https'), fc.constantFrom('a.test', 'b.test:8080'), fc.webPath());
  fc.assert(
    fc.property(pages, pages, ([scheme, host, path], [toScheme, toHost, toPath]) => {
      const page = `${scheme}://user:pw@${host}${path}?q=1#part`;
      const url = `${toScheme}://${toHost}${toPath}`;
      const referer = refererFor(url, page, USUAL_POLICY);
      if (scheme === 'https' && toScheme === 'http') return assert.equal(referer, null);
      assert.ok(referer !== null && !/#|user:/.test(referer));
      const isSameOrigin = scheme === toScheme && host === toHost;
      assert.equal(referer.endsWith('?q=1'), isSameOrigin);
      if (!isSameOrigin) assert.equal(referer, `${scheme}://${host}/`);
    }),
  );
});

const PAGE = 'https://files.test/list?page=2';
const [WHOLE, ORIGIN] = [PAGE, 'https://files.test/'];
/** Each policy, and what is told to the same origin, to another one, and to one that is not secure. */
const POLICIES: Record<ReferrerPolicy, readonly [same: string | null, other: string | null, plain: string | null]> = {
  'no-referrer': [null, null, null],
  'no-referrer-when-downgrade': [WHOLE, WHOLE, null],
  'same-origin': [WHOLE, null, null],
  origin: [ORIGIN, ORIGIN, ORIGIN],
  'strict-origin': [ORIGIN, ORIGIN, null],
  'origin-when-cross-origin': [WHOLE, ORIGIN, ORIGIN],
  'strict-origin-when-cross-origin': [WHOLE, ORIGIN, null],
  'unsafe-url': [WHOLE, WHOLE, WHOLE],
};

for (const policy of REFERRER_POLICIES) {
  test(`refererFor: ${policy} → ${POLICIES[policy].join(', ')}`, () => {
    const urls = [FILE, 'https://cdn.test/file.zip', 'http://cdn.test/file.zip'];
    assert.deepEqual(
      urls.map(url => refererFor(url, PAGE, policy)),
      POLICIES[policy],
    );
    assert.equal(refererFor(FILE, null, policy), null);
  });
}

for (const [text, policy] of [
  ['origin', 'origin'],
  [' No-Referrer ', 'no-referrer'],
  ['never', 'no-referrer'],
  ['default', USUAL_POLICY],
  ['always', 'unsafe-url'],
  ['origin-when-crossorigin', 'origin-when-cross-origin'],
  ['', null],
  ['sometimes', null],
  ['origin, no-referrer', null],
] as const) {
  test(`readPolicy: “${text}” → ${policy}`, () => assert.equal(readPolicy(text), policy));
}
