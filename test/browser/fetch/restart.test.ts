import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import type { ListedItem } from '../../../src/messages/protocol.ts';
import { type Origin, startOrigin } from '../../origin/origin.ts';
import { type Longhaul, openLonghaul, sha256OfFile, sha256OfUrl, until } from '../harness.ts';

const MIB = 1024 * 1024;
const SIZE = 64 * MIB;
let origin: Origin;
let longhaul: Longhaul;

beforeEach(async () => {
  origin = await startOrigin();
  longhaul = await openLonghaul({ grants: 'all' });
});
afterEach(async () => {
  await longhaul.close();
  await origin.close();
});

async function only(): Promise<ListedItem> {
  const [item] = await longhaul.items();
  assert.ok(item, 'the item is in the list');
  return item;
}

const ENDS = {
  'a proper close': () => longhaul.quit(),
  'a crash': () => longhaul.crash(),
};

for (const [how, end] of Object.entries(ENDS)) {
  test(`after ${how} in the middle of eight parts only the missing ones are asked for`, async () => {
    const path = '/big.bin';
    const url = origin.url(path, { size: SIZE, rate: 3 * MIB });
    await longhaul.enqueue({ url });
    await until(async () => (await only()).bytes > 36 * MIB, 'four parts to be here');
    await end();
    const before = origin.requestsFor(path).length;
    const sent = origin.requests.reduce((sum, request) => sum + request.bytesSent, 0);
    console.log(
      'before',
      origin.requestsFor(path).map(r => `${r.method} ${r.range} ${r.status} ${r.bytesSent} ${r.endedBy}`),
    );
    await longhaul.open();
    const [item] = await longhaul.ended(120);
    assert.ok(item);
    console.log(item.log);
    const after = origin.requestsFor(path).slice(before);
    console.log(
      'after',
      after.map(r => `${r.method} ${r.range} ${r.status} ${r.bytesSent} ${r.endedBy}`),
    );
    console.log('in all', sent, origin.requests.reduce((sum, request) => sum + request.bytesSent, 0) / SIZE);
    assert.equal(item.status, 'done', item.error?.message);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
    assert.deepEqual(readdirSync(longhaul.downloads), ['big.bin']);
  });
}
