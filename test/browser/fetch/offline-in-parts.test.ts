import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { test } from 'node:test';
import { selfSigned } from '../../origin/certificate.ts';
import { startOrigin } from '../../origin/origin.ts';
import { layCable, whyNoCable } from '../cable.ts';
import { openLonghaul, until } from '../harness.ts';
import { assertArrived, itemOf, MIB, PART, requestsOf, tellOf } from './big-file.ts';

const SIZE = 8 * PART;
const PATH = '/big.bin';
/** How long the cable is out. ms */
const OUT = 20_000;

test('a cable that is out for 20 s in the middle of a file in parts costs no attempt, and no part that was whole', async t => {
  const why = whyNoCable();
  if (why !== null) return t.skip(why);
  const cable = layCable();
  t.after(() => cable.close());
  const folder = mkdtempSync(join(tmpdir(), 'longhaul-certificate-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const origin = await startOrigin({ host: cable.address, tls: selfSigned(folder, [cable.address]) });
  t.after(() => origin.close());
  const longhaul = await openLonghaul({ grants: 'all', executable: cable.executable });
  t.after(() => longhaul.close());
  const { pathname, search } = new URL(origin.url(PATH, { size: SIZE, rate: 4 * MIB }));

  // One attempt in all: whatever counts a failure fails the item.
  await longhaul.ask('settings', { set: { attempts: 1 } });
  const [id] = await longhaul.enqueue({ url: `https://${cable.address}:${origin.port}${pathname}${search}` });
  await until(async () => {
    const item = await itemOf(longhaul, id);
    assert.notEqual(item.status, 'failed', tellOf(item));
    return item.bytes > 4.5 * PART;
  }, 'four parts and a bit');
  cable.pull();
  await pass(OUT);
  cable.plug();

  const [item] = await longhaul.ended(120);
  assert.ok(item);
  assertArrived(longhaul, item, { path: PATH, size: SIZE });
  const asked = requestsOf(origin, PATH).filter(request => request.startsWith('GET'));
  t.diagnostic(asked.join(', '));
  for (const part of [0, 1, 2, 3]) {
    const first = `bytes=${part * PART}-`;
    assert.equal(asked.filter(request => request.includes(first)).length, 1, `${tellOf(item)}\n${asked.join('\n')}`);
  }
});
