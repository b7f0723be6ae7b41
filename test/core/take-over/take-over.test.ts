import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameDownload } from '../../../src/core/take-over/foreign-download.ts';
import { isUsersEnd } from '../../../src/core/take-over/take-over.ts';
import { makeDownload } from './make-download.ts';

const TAKE_OVER = { itemId: 'a', session: 'one', download: makeDownload() };

test('isUsersEnd: only in the session in which it was held, and only what the user does', () => {
  const cancelled = makeDownload({ state: 'interrupted', error: 'USER_CANCELED' });
  const broken = makeDownload({ state: 'interrupted', error: 'NETWORK_FAILED' });
  assert.equal(isUsersEnd(null, TAKE_OVER, 'one'), true);
  assert.equal(isUsersEnd(cancelled, TAKE_OVER, 'one'), true);
  assert.equal(isUsersEnd(broken, TAKE_OVER, 'one'), false);
  for (const seen of [null, cancelled, broken]) assert.equal(isUsersEnd(seen, TAKE_OVER, 'two'), false);
});

test('isSameDownload: an id alone does not name it', () => {
  assert.ok(isSameDownload(makeDownload(), makeDownload({ state: 'complete', path: '/x', isPaused: true })));
  for (const other of [{ id: 8 }, { url: 'https://example.com/' }, { startedAt: 1_001 }])
    assert.ok(!isSameDownload(makeDownload(), makeDownload(other)), JSON.stringify(other));
});
