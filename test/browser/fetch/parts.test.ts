import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from '../harness.ts';
import { setting } from '../setting.ts';

const here = setting({ grants: 'all' });
const MIB = 1024 * 1024;
/** Eight parts of 8 MiB. */
const SIZE = 64 * MIB;

async function itemOf(id: string | undefined) {
  const item = (await here.longhaul.items()).find(each => each.id === id);
  assert.ok(item, 'the item is in the list');
  return item;
}

function requestsOf(path: string): readonly string[] {
  return here.origin.requestsFor(path).map(({ method, range, status }) => `${method} ${range ?? 'all'} ${status}`);
}

test('a big file comes in eight parts, each asked for once, and is joined right', async () => {
  const url = here.origin.url('/big.bin', { size: SIZE });
  const [id] = await here.longhaul.enqueue({ url });
  await here.longhaul.ended();
  const item = await itemOf(id);
  assert.equal(item.status, 'done', item.error?.message);
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
  const parts = Array.from({ length: 8 }, (_, n) => `GET bytes=${n * 8 * MIB}-${(n + 1) * 8 * MIB - 1} 206`);
  assert.deepEqual([...requestsOf('/big.bin')].sort(), ['HEAD all 200', ...parts].sort());
});

test('a pause keeps the finished parts, and a resume asks for the others only', async () => {
  const url = here.origin.url('/paused.bin', { size: SIZE, rate: 4 * MIB });
  const [id] = await here.longhaul.enqueue({ url });
  await until(async () => (await itemOf(id)).bytes > 20 * MIB, 'some parts to be here');
  await here.longhaul.ask('control', { ids: [id ?? ''], action: 'pause' });
  const paused = await until(async () => {
    const item = await itemOf(id);
    return item.status === 'paused' ? item : null;
  }, 'the pause');
  assert.ok(paused.bytes >= 16 * MIB && paused.bytes % (8 * MIB) === 0, `${paused.bytes} bytes are kept`);
  const before = here.origin.requestsFor('/paused.bin').length;
  await here.longhaul.ask('control', { ids: [id ?? ''], action: 'resume' });
  await here.longhaul.ended();
  const item = await itemOf(id);
  assert.equal(item.status, 'done', item.error?.message);
  assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
  const again = requestsOf('/paused.bin').slice(before);
  assert.equal(again.length, 1 + (SIZE - paused.bytes) / (8 * MIB), again.join('\n'));
});
