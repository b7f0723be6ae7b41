import { appendFileSync, copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { until } from '../harness.ts';
import { type Calls, callIn, PROBE_FOLDER, type ProbeExtension } from './probe-extension.ts';

/** A second extension beside the probe, installed later than it: the probe's files under another id. */
export interface AnotherExtension {
  readonly page: Page;
  /** Makes a call in a document of this extension. */
  inDocument<N extends keyof Calls>(name: N, ...args: Parameters<Calls[N]>): Promise<Awaited<ReturnType<Calls[N]>>>;
  /** Ends its service worker. No debugger was ever attached to that one, so the browser may start it again. */
  killWorker(): Promise<void>;
}

/** Installs it until the end of the test; a file of `other-workers/` may be run in its worker besides. */
export async function installAnother(
  t: TestContext,
  probe: ProbeExtension,
  workerFile?: string,
): Promise<AnotherExtension> {
  const folder = mkdtempSync(join(tmpdir(), 'longhaul-another-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(PROBE_FOLDER, folder, { recursive: true });
  if (workerFile !== undefined) {
    copyFileSync(new URL(`other-workers/${workerFile}`, import.meta.url), join(folder, workerFile));
    appendFileSync(join(folder, 'worker.js'), `\nimport './${workerFile}';\n`);
  }
  const { browser } = probe.chromium;
  const id = await browser.installExtension(folder);
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/document.html`);
  return {
    page,
    inDocument: (name, ...args) => callIn(page, name, args),
    killWorker: () => killWorkerOf(browser, id),
  };
}

async function killWorkerOf(browser: Browser, id: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const find = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id)) ?? null;
  };
  const worker = await until(find, 'the worker to run');
  await session.send('Target.closeTarget', { targetId: worker.targetId });
  await until(async () => (await find()) === null, 'the worker to be gone');
  await session.detach();
}
