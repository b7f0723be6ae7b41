import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsOf, noticeId, parseNoticeId } from '../../../src/core/notices/notice-id.ts';
import type { News } from '../../../src/core/notices/news.ts';
import type { ItemIn } from '../../../src/core/queue/item.ts';
import { itemIn } from '../make-item.ts';

const FAILED = itemIn('failed') as ItemIn<'failed'>;
const ALL: readonly News[] = [
  { about: 'group', group: { id: 'g-1', title: 'Two words' }, done: 1, failed: 0 },
  { about: 'queue', done: 3, name: null },
  { about: 'failure', item: FAILED, name: 'a file.zip', allow: null },
  { about: 'failure', item: FAILED, name: 'a file.zip', allow: 'files.test' },
  { about: 'failures', count: 9 },
];

test('the id of a notification says what it is about', () => {
  assert.deepEqual(ALL.map(noticeId).map(parseNoticeId), [
    { about: 'group', id: 'g-1' },
    { about: 'queue' },
    { about: 'failure', id: FAILED.id, allow: null },
    { about: 'failure', id: FAILED.id, allow: 'files.test' },
    { about: 'failures' },
  ]);
});

test('an id that is none of ours is about nothing', () => {
  for (const id of ['', 'group', 'group ', 'queue 1', 'failure', 'group a b', 'failure a b c', 'done a'])
    assert.equal(parseNoticeId(id), null, id);
});

test('a notification has two buttons at most: Chromium shows no more', () => {
  for (const news of ALL) {
    const told = parseNoticeId(noticeId(news));
    assert.ok(told !== null && actsOf(told).length > 0 && actsOf(told).length <= 2, noticeId(news));
  }
});
