import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/core/carriers/failure.ts';
import { otherCarrier } from '../../../src/core/carriers/plan-carrier.ts';
import { noted, type QueueItem } from '../../../src/core/queue/item.ts';
import { itemIn, NOW } from '../make-item.ts';

const GRANTED = { isGranted: () => true };
const STALLED = failure('stalled', '60 s');
const running = itemIn('running fetch');
const failedWith = (detail: string, item: QueueItem = running): QueueItem => noted(item, NOW, 'failed', detail);

test('without access a download that stands still is not given to a fetch that nobody may read', () => {
  const around = { isGranted: () => false };
  assert.equal(otherCarrier(failedWith('stalled (60 s)'), 'browser-download', STALLED, around), null);
  assert.equal(otherCarrier(failedWith('stalled (60 s)'), 'background-fetch', STALLED, around), 'browser-download');
});

test('a job that stands still once is tried again by the same carrier', () => {
  assert.equal(otherCarrier(running, 'background-fetch', STALLED, GRANTED), null);
  assert.equal(otherCarrier(failedWith('interrupted (NETWORK_FAILED)'), 'background-fetch', STALLED, GRANTED), null);
});

test('one that stands still twice in a row gives way to the other', () => {
  assert.equal(otherCarrier(failedWith('stalled (60 s)'), 'background-fetch', STALLED, GRANTED), 'browser-download');
  assert.equal(otherCarrier(failedWith('stalled (60 s)'), 'browser-download', STALLED, GRANTED), 'background-fetch');
});

test('twice in a row means on the same carrier', () => {
  const changed = noted(failedWith('stalled (60 s)'), NOW, 'other-carrier', 'browser-download');
  assert.equal(otherCarrier(changed, 'browser-download', STALLED, GRANTED), null);
});

test('a carrier that cannot take the link, or has refused it, is not chosen', () => {
  const plain: QueueItem = { ...failedWith('stalled (60 s)'), url: 'http://files.test/file.zip' };
  assert.equal(otherCarrier(plain, 'browser-download', STALLED, GRANTED), null);
  const refused: QueueItem = { ...failedWith('stalled (60 s)'), refusedBy: ['browser-download'] };
  assert.equal(otherCarrier(refused, 'background-fetch', STALLED, GRANTED), null);
});
