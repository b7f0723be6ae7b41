import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';

/** So no carrier of the browser can bring such a file, and no probe can tell why: the name that it says is never seen. */
test('Chromium 156 refuses an answer whose Content-Disposition has an unquoted comma, to downloads and to fetch', async t => {
  const { origin, probe } = await openProbe(t);
  const torn = origin.url('/x.pdf', { size: 1000, cors: 'any', disposition: 'attachment; filename=abc,de.pdf' });
  const whole = origin.url('/x.pdf', { size: 1000, cors: 'any', disposition: 'attachment; filename="abc,de.pdf"' });
  const page = await probe.page();
  const read = (url: string): Promise<string> =>
    page.evaluate(address => fetch(address).then(answer => `${answer.status}`, String), url);
  assert.deepEqual([await read(torn), await read(whole)], ['TypeError: Failed to fetch', '200']);

  const id = await probe.inDocument('download', torn, 'x.pdf');
  const ended = await until(async () => {
    const now = await probe.inDocument('downloaded', id);
    return now?.state === 'interrupted' ? now : null;
  }, 'its end');
  assert.equal(ended.error, 'NETWORK_FAILED');
});
