import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissionOffer } from '../../../popup/view/permission-offer.ts';
import { shownSkipped, takenOnRequest } from '../../../popup/view/skipped.ts';
import { listedItem } from './listed-item.ts';

const MB = 1024 * 1024;
const FORBIDDEN = { code: 'forbidden', message: '' };
const a = listedItem({ url: 'https://a.org/1' });
const b = listedItem({ url: 'https://b.org/1' });
const big = listedItem({ url: 'https://big.org/1', total: 16 * MB });
const refused = listedItem({
  url: 'https://hot.org/1',
  status: 'failed',
  error: FORBIDDEN,
  referrer: 'https://page.org/',
});

test('what access would do comes first, then for how many items', () => {
  assert.equal(permissionOffer([], [], []), null);
  assert.deepEqual(permissionOffer([a, b, b], [], []), { host: 'b.org', why: 'size' });
  assert.deepEqual(permissionOffer([a, b], [], []), { host: 'a.org', why: 'size' });
  assert.deepEqual(permissionOffer([a, b, b, big], [], []), { host: 'big.org', why: 'resume' });
  assert.deepEqual(permissionOffer([big, big, refused], [], []), { host: 'hot.org', why: 'referer' });
});

test('a host that is granted, by whatever pattern, or declined is not offered', () => {
  assert.equal(permissionOffer([a], ['https://a.org/*'], []), null);
  assert.equal(permissionOffer([a], ['*://*.a.org/*'], []), null);
  assert.equal(permissionOffer([a], ['<all_urls>'], []), null);
  assert.equal(permissionOffer([a], ['http://a.org/*'], [])?.host, 'a.org');
  assert.equal(permissionOffer([a], [], ['a.org']), null);
  assert.equal(permissionOffer([a, a, b], [], ['a.org'])?.host, 'b.org');
});

test('where the host of a link is granted and leads on to another, that one is offered', () => {
  const moved = listedItem({
    url: 'https://a.org/1',
    finalUrl: 'https://cdn.net/1',
    status: 'running',
    carrier: 'browser-download',
    total: 20 * MB,
  });
  assert.equal(permissionOffer([moved], [], [])?.host, 'a.org');
  assert.deepEqual(permissionOffer([moved], ['https://a.org/*'], []), { host: 'cdn.net', why: 'resume' });
  assert.equal(permissionOffer([moved], ['https://a.org/*'], ['cdn.net']), null);
  assert.equal(permissionOffer([moved], ['https://a.org/*', 'https://cdn.net/*'], []), null);
});

/** What an item is, and what access would do for it. */
for (const [what, some, why] of [
  ['nothing known', { status: 'paused' }, 'size'],
  ['small', { total: 5 * MB, status: 'running', carrier: 'browser-download' }, null],
  ['big, by the browser', { total: 90 * MB, status: 'running', carrier: 'browser-download' }, 'resume'],
  ['big, but plain http, which no fetch takes', { url: 'http://a.org/1', total: 90 * MB }, null],
  ['carried by a fetch already', { total: 90 * MB, status: 'running', carrier: 'background-fetch' }, null],
  ['done', { status: 'done', carrier: 'browser-download', bytes: 9, total: 9 }, null],
  ['cancelled', { status: 'cancelled' }, null],
  [
    'failed for want of nothing that access gives',
    { status: 'failed', error: { code: 'not-found', message: '' } },
    null,
  ],
  ['refused, and there is no page to name', { status: 'failed', error: FORBIDDEN }, null],
  ['refused', { status: 'failed', error: FORBIDDEN, referrer: 'https://page.org/' }, 'referer'],
  ['broken off for good', { status: 'failed', error: { code: 'interrupted', message: '' } }, 'resume'],
  ['waiting for access, with a button of its own', { status: 'waiting', needs: 'a.org' }, null],
] as const) {
  test(`access would help: ${what} → ${why}`, () => {
    assert.equal(permissionOffer([listedItem(some)], [], [])?.why ?? null, why);
  });
}

test('only what is known already can be taken all the same', () => {
  const skipped = ['in-queue', 'done-before', 'scheme'].map(code => ({ url: code, reason: '', code }));
  assert.deepEqual(takenOnRequest(skipped), ['in-queue', 'done-before']);
});

test('a long list of skipped links is cut short, never to hide a single one', () => {
  const skipped = (count: number) => Array.from({ length: count }, (_, at) => ({ url: `${at}`, reason: '', code: '' }));
  assert.deepEqual(
    [0, 4, 5, 6].map(count => shownSkipped(skipped(count)).more),
    [0, 0, 0, 2],
  );
});
