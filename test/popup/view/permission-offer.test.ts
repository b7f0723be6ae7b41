import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers, permissionOffer } from '../../../popup/view/permission-offer.ts';
import { shownSkipped, takenOnRequest } from '../../../popup/view/skipped.ts';
import { listedItem } from './listed-item.ts';

const a = listedItem({ url: 'https://a.org/1' });
const b = listedItem({ url: 'https://b.org/1' });

test('the host of most items is offered', () => {
  assert.equal(permissionOffer([], [], []), null);
  assert.equal(permissionOffer([a, b, b], [], []), 'b.org');
  assert.equal(permissionOffer([a, b], [], []), 'a.org');
});

test('a host that is granted or declined is not offered', () => {
  assert.equal(permissionOffer([a], ['https://a.org/*'], []), null);
  assert.equal(permissionOffer([a], [], ['a.org']), null);
  assert.equal(permissionOffer([a, a, b], [], ['a.org']), 'b.org');
});

test('an item that ended well without the browser, or that was cancelled, needs nothing more', () => {
  const of = (some: Parameters<typeof listedItem>[0]) => permissionOffer([listedItem(some)], [], []) !== null;
  assert.equal(of({ status: 'done', carrier: 'background-fetch' }), false);
  assert.equal(of({ status: 'cancelled' }), false);
  assert.equal(of({ status: 'done', carrier: 'browser-download' }), true);
  assert.equal(of({ status: 'failed', carrier: 'background-fetch' }), true);
  assert.equal(of({ status: 'paused' }), true);
});

test('covers', () => {
  const table: [string, string, boolean][] = [
    ['<all_urls>', 'http://a.org/x', true],
    ['https://*/*', 'https://a.org/x', true],
    ['https://*/*', 'http://a.org/x', false],
    ['*://a.org/*', 'http://a.org/x', true],
    ['https://a.org/*', 'https://a.org:8443/x', true],
    ['https://a.org:8443/*', 'https://a.org:8443/x', true],
    ['https://a.org/*', 'https://b.a.org/x', false],
    ['https://*.a.org/*', 'https://b.a.org/x', true],
    ['https://*.a.org/*', 'https://a.org/x', true],
    ['https://*.a.org/*', 'https://xa.org/x', false],
    ['http://[::1]/*', 'http://[::1]:8080/x', true],
    ['nonsense', 'https://a.org/x', false],
  ];
  for (const [pattern, url, is] of table) assert.equal(covers(pattern, url), is, `${pattern} ${url}`);
});

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
