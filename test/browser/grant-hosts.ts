import type { Page } from 'puppeteer-core';
import type { launchBrowser } from '../../scripts/browser.mjs';

/** The slice of `chrome.developerPrivate` that is used here; only `chrome://extensions` has it. */
interface DeveloperPrivate {
  addHostPermission(extensionId: string, pattern: string): Promise<void>;
}

/**
 * Grants optional hosts to an extension, without the prompt that no driver can press: what `chrome://extensions` has once
 * allowed, the browser grants at the next asking without a question (Chromium 156). `page` is one of the extension's.
 */
export async function grantHosts(
  { browser, extensionId }: Awaited<ReturnType<typeof launchBrowser>>,
  page: Page,
  origins: string[],
): Promise<void> {
  const extensions = await browser.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(
    async (id, patterns) => {
      const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
      for (const pattern of patterns) await developerPrivate.addHostPermission(id, pattern);
    },
    extensionId,
    origins,
  );
  await extensions.close();
  const isGranted = await page.evaluate(wanted => chrome.permissions.request({ origins: wanted }), origins);
  if (!isGranted) throw new Error(`Chromium did not grant ${origins.join(', ')}.`);
}
