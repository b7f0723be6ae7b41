import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 sends a site’s cookies with a Background Fetch, SameSite=Strict too', async t => {
  const { origin, probe } = await openProbe(t);
  const page = await probe.chromium.browser.newPage();
  await page.goto(origin.url('/log-in.txt', { status: 200, setCookie: 'in=yes; SameSite=Strict; HttpOnly' }));
  const url = origin.url('/file.txt', { size: 1000, needCookie: 'in=yes', cors: 'any' });
  await probe.inDocument('start', 'members-only', [{ url }]);
  const { end, records } = await probe.end('members-only');
  assert.deepEqual([end, records[0]?.size], ['success', 1000]);
});
