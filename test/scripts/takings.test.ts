import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takingsOf } from '../../scripts/start/wire.mjs';

function takings(urls: readonly string[], ids: string[], refused: readonly string[]) {
  const skipped = refused.map(url => ({ url, reason: `no ${url}`, code: 'x' }));
  return takingsOf(
    urls.map(url => ({ url })),
    { ids, skipped, notes: [], batch: 1 },
  );
}

test('ids go to the links that were not skipped, in their order', () => {
  assert.deepEqual(takings(['http://a/', 'ftp://b/', 'http://c/'], ['1', '2'], ['ftp://b/']), [
    { kind: 'taken', id: '1' },
    { kind: 'refused', reason: 'no ftp://b/' },
    { kind: 'taken', id: '2' },
  ]);
});

test('a skipped link is recognised in the spelling of the queue', () => {
  assert.deepEqual(takings(['HTTP://me:pw@A.test#top', 'http://b/'], ['1'], ['http://a.test/']), [
    { kind: 'refused', reason: 'no http://a.test/' },
    { kind: 'taken', id: '1' },
  ]);
});

test('a link that got neither an id nor a reason is not passed over', () => {
  assert.equal(takings(['http://a/'], [], [])[0]?.kind, 'refused');
});
