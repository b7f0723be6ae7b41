import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueRow } from '../../../src/core/catalogue/row.ts';
import { itemIn, STAGE_NAMES } from '../make-item.ts';

test('a row has what a list shows of an item that is done', () => {
  const item = itemIn('done', { referrer: 'https://Page.test/Album', order: 'b1', priority: 'high' });
  assert.deepEqual(catalogueRow(item), {
    id: 'one',
    status: 'done',
    name: 'file.zip',
    host: 'files.test',
    folder: '/downloads',
    carrier: 'browser-download',
    priority: 'high',
    place: '0b1',
    size: 1_000,
    addedAt: item.addedAt,
    endedAt: item.status === 'done' ? item.endedAt : 0,
    group: null,
    text: 'https://files.test/dir/file.zip\nhttps://page.test/album\n/downloads/file.zip',
  });
});

test('a file that is not here yet has the folder and the name that it will have', () => {
  const { folder, name } = catalogueRow(itemIn('queued', { folder: 'films/new', name: 'One.mkv' }));
  assert.deepEqual([folder, name], ['films/new', 'One.mkv']);
});

test('every stage makes a row, with an end where it has ended', () => {
  for (const stage of STAGE_NAMES) {
    const item = itemIn(stage);
    const row = catalogueRow(item);
    assert.equal(row.status, item.status);
    assert.equal(row.endedAt !== null, ['done', 'failed', 'cancelled'].includes(item.status), stage);
  }
});
