import type { Origin } from '../../origin/origin.ts';
import { until } from '../harness.ts';
import type { ProbeExtension } from './probe-extension.ts';

/** Clicks a link to a file in a page of the web with the real mouse, and answers what that begins. */
export async function clickLink(
  probe: ProbeExtension,
  origin: Origin,
  href: string,
): Promise<chrome.downloads.DownloadItem> {
  const page = await probe.chromium.browser.newPage();
  await page.goto(origin.page('/page.html', `<!doctype html><title>Page</title><a download href="${href}">link</a>`));
  const before = (await probe.inDocument('listed')).length;
  await page.click('a');
  return until(async () => {
    const listed = await probe.inDocument('listed');
    return listed.length > before && (listed.toSorted((a, b) => b.id - a.id)[0] ?? null);
  }, 'the download of the link');
}
