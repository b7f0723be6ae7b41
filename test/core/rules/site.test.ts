import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfSite, parseSite } from '../../../src/core/rules/site.ts';

for (const [typed, host, isOf] of [
  ['example.org', 'example.org', true],
  ['example.org', 'a.b.example.org', true],
  ['example.org', 'badexample.org', false],
  ['example.org', 'example.org.evil.test', false],
  [' Example.ORG. ', 'example.org', true],
  ['*.example.org', 'a.example.org', true],
  ['*.example.org', 'a.b.example.org', true],
  ['*.example.org', 'example.org', false],
  ['cdn?.example.*', 'cdn1.example.net', true],
  ['cdn?.example.*', 'cdn12.example.net', false],
  ['*', 'anything.test', true],
  ['localhost', 'localhost', true],
  ['127.0.0.1', '127.0.0.1', true],
  ['192.168.*', '192.168.0.7', true],
  ['[::1]', '[::1]', true],
  ['müller.example', 'xn--mller-kva.example', true],
  ['*.müller.example', 'www.xn--mller-kva.example', true],
] as const) {
  test(`${host} is ${isOf ? '' : 'not '}of ${typed}`, () => {
    const site = parseSite(typed);
    assert.ok(site !== null);
    assert.equal(isOfSite(host, site), isOf);
  });
}

for (const typed of [
  '',
  ' ',
  '.',
  '.example.org',
  'https://example.org',
  'example.org/a',
  'example.org:80',
  'a b.test',
  'user@example.org',
  'a%2f.test',
  String.raw`a\b`,
  '[::1',
  '[*]',
  'a|b',
  `${'a'.repeat(252)}.org`,
]) {
  test(`${JSON.stringify(typed.slice(0, 20))} is no site`, () => {
    assert.equal(parseSite(typed), null);
  });
}
