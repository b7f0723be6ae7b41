import assert from 'node:assert/strict';
import { test } from 'node:test';
import { menuOf } from '../../../popup/view/row-menu.ts';
import { rowView } from '../../../popup/view/row-view.ts';
import { STATUSES, type Status } from '../../../src/core/queue/item.ts';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { listedItem } from './listed-item.ts';

function menu(some: Partial<ListedItem>): string {
  const item = listedItem(some);
  return menuOf(item, rowView(item, undefined, 0)).join(' ');
}

test('a file that is there can be opened, shown, copied and deleted', () => {
  const all = 'open show copy-link copy-path again delete-file';
  assert.equal(menu({ status: 'done', downloadId: 7 }), all);
});

test('one that is gone, or that the browser does not know, is not offered', () => {
  assert.equal(menu({ status: 'done', isMissing: true }), 'copy-link again');
  assert.equal(menu({ status: 'done' }), 'copy-link copy-path again');
});

test('every other status has its link, and another try where one makes sense', () => {
  const retried: readonly Status[] = ['failed', 'cancelled', 'waiting'];
  for (const status of STATUSES.filter(each => each !== 'done'))
    assert.equal(menu({ status }), retried.includes(status) ? 'copy-link retry' : 'copy-link', status);
});
