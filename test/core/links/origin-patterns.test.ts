import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGranted } from '../../../src/core/links/origin-patterns.ts';

/** Match patterns as `permissions.getAll` gives them, what they cover, and what they do not. */
const PATTERNS: readonly (readonly [pattern: string, covered: readonly string[], uncovered: readonly string[]])[] = [
  ['<all_urls>', ['https://a.test/x', 'http://a.test:8080/', 'http://[::1]/'], ['file:///etc/passwd', 'ftp://a.test/']],
  ['*://*/*', ['https://a.test/x', 'http://a.test:8080/', 'http://[::1]:8080/x'], []],
  ['https://*/*', ['https://a.test/x', 'https://127.0.0.1/'], ['http://a.test/x']],
  ['http://*/*', ['http://a.test/x'], ['https://a.test/x']],
  [
    'https://a.test/*',
    ['https://a.test/', 'https://a.test/x?y', 'https://a.test:8443/x', 'https://A.TEST/'],
    ['http://a.test/', 'https://b.a.test/', 'https://xa.test/', 'https://a.test.evil.test/', 'https://test/'],
  ],
  ['*://a.test/*', ['https://a.test/', 'http://a.test/x'], ['https://b.a.test/']],
  [
    'https://*.a.test/*',
    ['https://a.test/', 'https://b.a.test/', 'https://c.b.a.test:99/x'],
    ['https://xa.test/', 'https://a.test.evil.test/', 'http://b.a.test/', 'https://test/'],
  ],
  ['http://127.0.0.1/*', ['http://127.0.0.1:8080/x'], ['http://127.0.0.2/', 'http://127.0.0.1.evil.test/']],
  ['http://127.0.0.1:8080/*', ['http://127.0.0.1:8080/x', 'http://127.0.0.1:9090/x'], ['http://127.0.0.2:8080/']],
  ['http://a.test:*/*', ['http://a.test/', 'http://a.test:81/'], ['http://b.test/']],
  ['http://[::1]/*', ['http://[::1]/', 'http://[::1]:8080/'], ['http://[::2]/', 'http://[::]/']],
  ['http://[::1]:8080/*', ['http://[::1]:8080/'], ['http://[::2]:8080/']],
  ['https://xn--e1afmkfd.xn--p1ai/*', ['https://пример.рф/x'], ['https://example.org/']],
  ['https://a*.test/*', [], ['https://ab.test/']],
  ['ftp://a.test/*', [], ['https://a.test/']],
  ['a.test', [], ['https://a.test/']],
  ['https://a.test', [], ['https://a.test/']],
  ['', [], ['https://a.test/']],
  ['xhttps://a.test/*', [], ['https://a.test/']],
];

for (const [pattern, covered, uncovered] of PATTERNS) {
  test(`isGranted: ${pattern}`, () => {
    for (const url of covered) assert.equal(isGranted(url, [pattern]), true, url);
    for (const url of uncovered) assert.equal(isGranted(url, [pattern]), false, url);
  });
}

test('isGranted: one pattern of many is enough, and none is none', () => {
  assert.equal(isGranted('https://b.test/', ['https://a.test/*', 'https://b.test/*']), true);
  assert.equal(isGranted('https://c.test/', ['https://a.test/*', 'https://b.test/*']), false);
  assert.equal(isGranted('https://a.test/', []), false);
});
