import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { selfSigned } from '../origin/certificate.ts';
import { startOrigin } from '../origin/origin.ts';
import { layCable, whyNoCable } from './cable.ts';
import { openLonghaul, sha256OfFile, sha256OfUrl, until } from './harness.ts';

/** How long each file takes at least. */
const SECONDS = 6;
/** How often the network goes and comes back. */
const FLAPS = 3;

test('a network that goes and comes back costs no attempt: what ran and what waits arrives by itself', async t => {
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

  const sizes = [4_000_000, 600_000, 500_000, 3_000_000, 400_000, 300_000];
  const urls = sizes.map((size, index) => {
    const { pathname, search } = new URL(origin.url(`/file-${index}.txt`, { size, rate: Math.round(size / SECONDS) }));
    return `https://${cable.address}:${origin.port}${pathname}${search}`;
  });
  // One attempt in all: whatever counts a failure fails the item.
  await longhaul.ask('settings', { set: { attempts: 1, limit: 4, hostLimit: 4 } });
  await longhaul.enqueue(...urls.map(url => ({ url })));
  for (let flap = 0; flap < FLAPS; flap += 1) {
    await until(
      async () => (await longhaul.items()).some(item => item.bytes > 0 && item.status === 'running'),
      'bytes',
    );
    cable.pull();
    const page = await longhaul.page('chooser.html');
    await until(() => page.evaluate(() => !navigator.onLine), 'the browser to notice');
    for (const item of await longhaul.items())
      if (item.status === 'queued') assert.equal(item.waitsFor?.why, 'offline', item.url);
    cable.plug();
    await until(() => page.evaluate(() => navigator.onLine), 'the browser to notice');
    await page.close();
  }

  const items = await longhaul.ended(150);
  for (const [index, item] of items.entries()) {
    assert.equal(item.status, 'done', `${item.url}: ${item.error?.message} ${JSON.stringify(item.log)}`);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(item.url, sizes[index] ?? 0));
    const requests = origin.requestsFor(new URL(item.url).pathname).filter(({ method }) => method === 'GET');
    t.diagnostic(`${new URL(item.url).pathname}: ${requests.length} requests, attempt ${item.attempt}`);
    assert.ok(requests.length <= 4 * (FLAPS + 1), 'a storm of requests');
  }
});
