import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { opened } from './display.ts';
import { openPopup, shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });

/** What the buttons below the sentence of a failed download say, by the name of its file. */
function remedies(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.row-failed')].map(row => [
        row.querySelector('.file-name')?.textContent ?? '',
        [...row.querySelectorAll<HTMLElement>('.row-answers button')].map(button => button.innerText),
      ]),
    ),
  );
}

test('each failure has the button that helps beside its sentence', async () => {
  const { origin, longhaul } = here;
  const referrer = origin.page('/list.html', '<!doctype html><title>The list</title>');
  await longhaul.enqueue(
    { url: origin.url('/gone.zip', { status: 404 }), referrer },
    { url: origin.url('/secret.zip', { status: 401 }) },
    { url: origin.url('/closed.zip', { status: 403 }), referrer },
  );
  await longhaul.ended();
  const popup = await openPopup(longhaul);
  await shows(popup, 'gone.zip', 'secret.zip', 'closed.zip', 'Open the page');
  assert.deepEqual(await remedies(popup), {
    'gone.zip': ['Open the page', 'Open the link'],
    'secret.zip': ['Open and sign in'],
    'closed.zip': ['Allow 127.0.0.1', 'Open the page'],
  });
  assert.deepEqual(await violations(popup), []);

  await popup.locator('.row-answers button::-p-text(Open the page)').click();
  const target = await longhaul.chromium.browser.waitForTarget(each => each.url() === referrer);
  await (await target.page())?.close();
});

test('the side panel shows the same, at its narrowest too', async () => {
  const panel = await here.longhaul.page('sidepanel.html');
  await shows(panel, 'gone.zip', 'Open the page');
  for (const width of [360, 180]) {
    await panel.setViewport({ width, height: 640 });
    const over = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px too wide at ${width}`);
    assert.deepEqual(await violations(panel), []);
  }
  await panel.close();
});

test('a download that has to begin again says so, and from where it fell back', async () => {
  const { origin, longhaul } = here;
  const faults = { ranges: false, validator: 'none', cut: 300_000, cuts: 1 } as const;
  await longhaul.enqueue({ url: origin.url('/again.bin', { size: 600_000, rate: 150_000, ...faults }) });
  const popup = await openPopup(longhaul);
  await popup.waitForFunction(() => /Started again: it could not go on at [345]\d%/.test(document.body.innerText), {
    timeout: 60_000,
  });
  await longhaul.ended();
  await popup.waitForFunction(() => !document.body.innerText.includes('Started again'), { timeout: 20_000 });
});

test('a button of the popup leads to the manager, another to the settings', async () => {
  const popup = await openPopup(here.longhaul);
  await popup.locator('.open-manager').click();
  const manager = await opened(here.longhaul, 'manager.html');
  await manager.close();
  const other = await openPopup(here.longhaul);
  await other.locator('.popup-footer [aria-label=Settings]').click();
  await (await opened(here.longhaul, 'options.html')).close();
});
