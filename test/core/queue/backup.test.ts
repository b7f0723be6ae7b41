import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backedUp, fromBackup, MOST_BACKED_UP } from '../../../src/core/queue/backup.ts';
import type { Asked } from '../../../src/core/queue/item.ts';
import { itemIn, NOW, STAGE_NAMES } from '../make-item.ts';

const ASKED: Partial<Asked> = {
  referrer: 'https://files.test/page',
  name: 'mine.zip',
  folder: 'a/b',
  priority: 'high',
  wish: 'background-fetch',
  checksum: { algorithm: 'md5', hex: '0'.repeat(32) },
  group: { id: 'g', title: 'Week 3' },
  again: true,
};
const TRAVELLED = { attempt: 9, failures: 2, losses: 1, furthest: 900, refusedBy: ['background-fetch'] } as const;

for (const stage of STAGE_NAMES) {
  test(`backup: ${stage} comes back paused, with what was asked and without its past`, () => {
    const kept = backedUp(itemIn(stage, { ...ASKED, ...TRAVELLED }));
    const stored: typeof kept = JSON.parse(JSON.stringify(kept));
    assert.deepEqual(stored, kept);
    assert.deepEqual(fromBackup(stored, 'b7', NOW + 5), {
      ...itemIn('paused', ASKED),
      order: 'b7',
      addedAt: NOW + 5,
      attempt: 0,
      log: [{ at: NOW + 5, what: 'restored', detail: 'backup' }],
    });
  });
}

test('a backup has room for a long queue', () => {
  assert.equal(MOST_BACKED_UP, 5_000);
});
