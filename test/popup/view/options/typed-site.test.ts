import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGranted } from '../../../../src/core/links/origin-patterns.ts';
import { parseTakeOver, TAKE_OVER_OFF } from '../../../../src/core/take-over/take-over-settings.ts';
import { patternsOf, typedSite } from '../../../../popup/view/options/typed-site.ts';
import { typedType } from '../../../../popup/view/options/typed-type.ts';

const SITES: readonly (readonly [typed: string, site: string | null])[] = [
  [' Example.ORG ', 'example.org'],
  ['*.example.org', 'example.org'],
  ['https://www.example.org:8080/a?b#c', 'www.example.org'],
  ['müller.example', 'xn--mller-kva.example'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '[::1]'],
  ['localhost', 'localhost'],
  ['', null],
  ['*', null],
  ['not a site', null],
  ['example.org/path', null],
  ['a@b.test', null],
  ['ex*mple.org', null],
];

test('a site is read from a host or an address, as the settings take it', () => {
  for (const [typed, site] of SITES) {
    assert.equal(typedSite(typed), site, typed);
    if (site === null) continue;
    const sites = [site];
    assert.deepEqual(parseTakeOver({ ...TAKE_OVER_OFF, sites }), { ...TAKE_OVER_OFF, sites }, typed);
    assert.ok(isGranted(`https://${site}/`, patternsOf(site)), typed);
  }
});

test('access is asked for a site and all below it; an address has nothing below it', () => {
  assert.deepEqual(patternsOf('example.org'), ['https://*.example.org/*', 'http://*.example.org/*']);
  assert.deepEqual(patternsOf('127.0.0.1'), ['https://127.0.0.1/*', 'http://127.0.0.1/*']);
});

test('a type is read as the settings take it', () => {
  for (const [typed, type] of [
    ['.ZIP', 'zip'],
    ['*.tar.gz', 'tar.gz'],
    ['Video/*', 'video/*'],
    ['application/x-iso9660-image', 'application/x-iso9660-image'],
    ['no//type', null],
    ['*/*', null],
    ['a b', null],
    ['.', null],
  ] as const) {
    assert.equal(typedType(typed), type, typed);
    if (type !== null) assert.ok(!('wrong' in parseTakeOver({ ...TAKE_OVER_OFF, types: [type] })), typed);
  }
});
