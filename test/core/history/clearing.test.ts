import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clearing, isCleared } from '../../../src/core/history/clearing.ts';
import { ENDED_STATUSES, type QueueItem } from '../../../src/core/queue/item.ts';
import { itemIn, STAGE_NAMES } from '../make-item.ts';

const ANY: Clearing = { before: null, host: null, statuses: ENDED_STATUSES };
const DONE = itemIn('done', { url: 'https://cdn.files.test/a.zip', referrer: 'https://page.test/x' });

test('isCleared: what has not ended never is', () => {
  for (const stage of STAGE_NAMES) {
    const item = itemIn(stage);
    assert.equal(
      isCleared(item, ANY),
      ENDED_STATUSES.some(status => status === item.status),
      stage,
    );
  }
});

test('isCleared: by the host of the file or of the page, with all below it', () => {
  for (const [host, is] of [
    ['files.test', true],
    ['cdn.files.test', true],
    ['page.test', true],
    ['iles.test', false],
    ['other.cdn.files.test', false],
    ['test', true],
  ] as const)
    assert.equal(isCleared(DONE, { ...ANY, host }), is, host);
});

test('isCleared: by its end, and by how it ended', () => {
  const { endedAt } = DONE as QueueItem & { endedAt: number };
  assert.equal(isCleared(DONE, { ...ANY, before: endedAt }), false);
  assert.equal(isCleared(DONE, { ...ANY, before: endedAt + 1 }), true);
  assert.equal(isCleared(DONE, { ...ANY, statuses: ['failed', 'cancelled'] }), false);
});
