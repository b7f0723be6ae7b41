import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindCounts, linkRows, preselected } from '../../../popup/view/link-rows.ts';
import { between, chosen, matchLinks } from '../../../popup/view/match-links.ts';
import { isPrivateHost } from '../../../src/core/links/private-host.ts';
import { tabOf } from '../../../popup/view/tab-of.ts';
import { USUAL_POLICY } from '../../../src/core/links/referrer-policy.ts';
import type { FoundLink } from '../../../src/core/links/found-link.ts';

function rowsOf(page: string, ...links: (Partial<FoundLink> & { url: string })[]) {
  const whole = links.map(
    (link): FoundLink => ({
      kind: 'link',
      page,
      text: '',
      download: null,
      type: null,
      size: null,
      referrerPolicy: USUAL_POLICY,
      ...link,
    }),
  );
  return linkRows({ title: '', url: page, leftOut: 0, unusable: 0, unreadFrames: 0, links: whole });
}

const PUBLIC = 'https://example.org/';

test('what is chosen to begin with', () => {
  const table: [Partial<FoundLink> & { url: string }, boolean][] = [
    [{ url: 'https://a.org/x.zip' }, true],
    [{ url: 'https://a.org/x.unknown' }, true],
    [{ url: 'https://a.org/x.png', kind: 'image' }, true],
    [{ url: 'https://a.org/x' }, false],
    [{ url: 'https://a.org/x', kind: 'image' }, false],
    [{ url: 'https://a.org/x.html' }, false],
    [{ url: 'https://a.org/x.php', kind: 'image' }, false],
    [{ url: 'https://a.org/get', download: 'x.zip' }, true],
    [{ url: 'https://example.org/' }, false],
    [{ url: 'https://www.example.org/' }, false],
    [{ url: 'http://192.168.0.1/x.zip' }, false],
  ];
  for (const [link, is] of table) assert.equal(preselected(rowsOf(PUBLIC, link)).has(0), is, JSON.stringify(link));
});

test('a private page may link to its own network', () => {
  const [row] = rowsOf('http://192.168.0.1/', { url: 'http://192.168.0.2/x.zip' });
  assert.equal(row?.isPrivate, false);
});

test('the element tells the kind where the extension does not', () => {
  const rows = rowsOf(
    PUBLIC,
    { url: 'https://a.org/x.php', kind: 'image' },
    { url: 'https://a.org/stream', kind: 'audio' },
    { url: 'https://a.org/x.mp4', kind: 'link' },
    { url: 'https://a.org/x.zip', kind: 'image' },
    { url: 'https://a.org/page' },
  );
  assert.deepEqual(
    rows.map(row => row.kind),
    ['images', 'audio', 'video', 'archives', 'pages'],
  );
  assert.equal(kindCounts(rows).images, 1);
});

test('the filter', () => {
  const rows = rowsOf(
    PUBLIC,
    { url: 'https://a.org/One.zip', text: 'first' },
    { url: 'https://b.org/two.zip', text: 'second' },
    { url: 'https://b.org/three.png', text: 'third' },
  );
  const match = (filter: string, kind: Parameters<typeof matchLinks>[1] = 'all') => matchLinks(rows, kind, filter);
  assert.deepEqual(match(''), [0, 1, 2]);
  assert.deepEqual(match('ONE'), [0]);
  assert.deepEqual(match('zip b.org'), [1]);
  assert.deepEqual(match('-zip'), [2]);
  assert.deepEqual(match('b.org -second'), [2]);
  assert.deepEqual(match(' - '), [0, 1, 2], 'a minus that waits for its word');
  assert.deepEqual(match('', 'images'), [2]);
  assert.deepEqual(match('zip', 'images'), []);
});

test('a choice touches only what is shown', () => {
  const selected = new Set([0, 1]);
  assert.deepEqual([...chosen(selected, [1, 2], 'all')], [0, 1, 2]);
  assert.deepEqual([...chosen(selected, [1, 2], 'none')], [0]);
  assert.deepEqual([...chosen(selected, [1, 2], 'invert')], [0, 2]);
  assert.deepEqual([...selected], [0, 1], 'the set that was given stays as it is');
});

test('between two rows, whichever comes first; from a row that is hidden, only the other', () => {
  assert.deepEqual(between([2, 5, 9], 9, 2), [2, 5, 9]);
  assert.deepEqual(between([2, 5, 9], 5, 9), [5, 9]);
  assert.deepEqual(between([2, 5, 9], 3, 9), [9]);
});

test('private hosts', () => {
  const own =
    'localhost a.localhost printer.local 127.0.0.1 127.255.0.1 10.0.0.1 192.168.1.1 172.16.0.1 172.31.255.1 169.254.169.254 0.0.0.0 100.64.0.1 [::1] [fd00::1] [fe80::1] [::ffff:7f00:1] localhost.';
  const others =
    'example.org 8.8.8.8 172.15.0.1 172.32.0.1 192.169.0.1 11.0.0.1 100.128.0.1 localhost.example.org [2001:db8::1] [::ffff:808:808] 10.example.org';
  for (const host of own.split(' ')) assert.equal(isPrivateHost(host), true, host);
  for (const host of others.split(' ')) assert.equal(isPrivateHost(host), false, host);
});

test('the tab in the address', () => {
  const table: [string, number | null][] = [
    ['?tab=123', 123],
    ['?tab=', null],
    ['', null],
    ['?tab=-1', null],
    ['?tab=1e3', null],
  ];
  for (const [search, tab] of table) assert.equal(tabOf(search), tab, search);
});
