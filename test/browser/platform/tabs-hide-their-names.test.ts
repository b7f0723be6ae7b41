import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 hides address and title of a tab whose host is not granted, unless `tabs` is', async t => {
  const { origin, probe } = await openProbe(t, { hosts: ['http://127.0.0.1/*'] });
  const granted = origin.page('/granted.html', '<!doctype html><title>Granted</title>');
  const other = granted.replace('127.0.0.1', 'localhost');
  const urls = [granted, other, 'chrome://version/'];
  for (const url of urls) await (await probe.chromium.browser.newPage()).goto(url);
  const page = await probe.page();
  const tabs = await page.evaluate(() => chrome.tabs.query({ currentWindow: true }));
  const seen = tabs.map(({ url = null, title = null }) => [url, title]);
  const own = probe.chromium.url('document.html');
  assert.ok(seen.some(([url, title]) => url === granted && title === 'Granted'));
  assert.ok(
    seen.every(([url]) => url === null || url === granted || url === own),
    JSON.stringify(seen),
  );
  assert.ok(seen.filter(([url, title]) => url === null && title === null).length >= 2, JSON.stringify(seen));
});
