import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Page, WebWorker } from 'puppeteer-core';
import { launchBrowser } from '../../../scripts/browser.mjs';
import { makeOffer, type Offer } from '../../../scripts/packed.mjs';
import { type Origin, startOrigin } from '../../origin/origin.ts';
import { grantHosts } from '../grant-hosts.ts';
import { until } from '../harness.ts';
import type { calls, End } from './probe/calls.js';

export type { End, Record } from './probe/calls.js';

export const PROBE_FOLDER = new URL('probe', import.meta.url).pathname;

export type Calls = typeof calls;
type Running = Awaited<ReturnType<typeof launchBrowser>>;

interface Options {
  /** Packed and installed, as users have it; where `whyNoOffer` has no reason against it. */
  readonly packed?: boolean;
  /** Further switches of Chromium. */
  readonly args?: string[];
  /** No host is granted at installation: `grant` does it, as a user does. */
  readonly optionalHosts?: boolean;
  /** Match patterns of the hosts that are granted at installation; all of the web when not given. */
  readonly hosts?: string[];
}

/**
 * A bare extension in a real Chromium, with the permissions of the product and none of its code: what a test sees
 * here is Chromium's doing. Its worker notes each end of a registration in `chrome.storage`.
 */
export class ProbeExtension {
  readonly downloads: string;
  private readonly options: Options;
  private readonly folder = mkdtempSync(join(tmpdir(), 'longhaul-probe-'));
  private running: Running | null = null;
  private document: Page | null = null;
  private offer: Offer | null = null;

  constructor(options: Options = {}) {
    this.options = options;
    this.downloads = join(this.folder, 'downloads');
  }

  /** Starts Chromium, or starts it again on the same profile. */
  async open(): Promise<void> {
    const { packed = false, optionalHosts = false, args = [], hosts } = this.options;
    const changed = hosts === undefined ? PROBE_FOLDER : this.grantedOnly(hosts);
    const unpacked = optionalHosts ? withOptionalHosts(join(this.folder, 'extension')) : changed;
    if (packed) this.offer ??= await makeOffer(unpacked, join(this.folder, 'packed'));
    this.running = await launchBrowser({
      extension: this.offer ?? unpacked,
      downloads: this.downloads,
      profile: join(this.folder, 'profile'),
      args,
    });
    this.document = null;
  }

  private grantedOnly(hosts: readonly string[]): string {
    const folder = join(this.folder, 'extension');
    cpSync(PROBE_FOLDER, folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: hosts }));
    return folder;
  }

  get chromium(): Running {
    if (this.running === null) throw new Error('Chromium is not open.');
    return this.running;
  }

  /** Makes a call in a document of the extension. */
  async inDocument<N extends keyof Calls>(
    name: N,
    ...args: Parameters<Calls[N]>
  ): Promise<Awaited<ReturnType<Calls[N]>>> {
    return callIn(await this.page(), name, args);
  }

  /** Makes a call in the extension's service worker. */
  async inWorker<N extends keyof Calls>(
    name: N,
    ...args: Parameters<Calls[N]>
  ): Promise<Awaited<ReturnType<Calls[N]>>> {
    const page = await this.page();
    await page.evaluate(() => chrome.runtime.sendMessage('wake up'));
    const target = await this.chromium.browser.waitForTarget(found => found.type() === 'service_worker');
    const worker = await target.worker();
    if (worker === null) throw new Error('The worker is gone.');
    return callIn(worker, name, args);
  }

  /** Waits until the worker was told of a registration's end. */
  async end(id: string, seconds = 30): Promise<End> {
    return until(
      async () => (await this.inDocument('ends')).find(end => end.id === id) ?? null,
      `the end of ${id}`,
      seconds,
    );
  }

  async page(): Promise<Page> {
    if (this.document === null) {
      this.document = await this.chromium.browser.newPage();
      await this.document.goto(this.chromium.url('document.html'));
    }
    return this.document;
  }

  /** Grants hosts of these match patterns without the browser's prompt. */
  async grant(...origins: string[]): Promise<void> {
    await grantHosts(this.chromium, await this.page(), origins);
  }

  /** Ends the service worker, by a debugger that is attached for this one call only. */
  async killWorker(): Promise<void> {
    const session = await this.chromium.browser.target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(({ type }) => type === 'service_worker');
    if (worker !== undefined) await session.send('Target.closeTarget', { targetId: worker.targetId });
    await session.detach();
    await until(() => this.hasNoWorker(), 'the worker to be gone');
  }

  async hasNoWorker(): Promise<boolean> {
    return this.chromium.browser.targets().every(target => target.type() !== 'service_worker');
  }

  /** Reloads the extension as an update does, which closes its pages. Only a packed one comes back by itself. */
  async reload(): Promise<void> {
    const page = await this.page();
    const closed = new Promise(resolve => page.once('close', resolve));
    await page.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
    await closed;
    this.document = null;
  }

  /** Closes Chromium as a user does; the profile stays for `open`. */
  async quit(): Promise<void> {
    await this.running?.close();
    this.running = null;
  }

  /** Kills Chromium as a crash or a power cut does; the profile stays for `open`. */
  async crash(): Promise<void> {
    await this.running?.kill();
    this.running = null;
  }

  async close(): Promise<void> {
    await this.quit();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A copy of the probe that may ask for hosts, and has none. */
function withOptionalHosts(folder: string): string {
  cpSync(PROBE_FOLDER, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { host_permissions: hosts, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, optional_host_permissions: hosts }));
  return folder;
}

/** Opens a test origin and the probe, and closes them after the test. */
export async function openProbe(
  t: TestContext,
  options: Options = {},
): Promise<{ origin: Origin; probe: ProbeExtension }> {
  const origin = await startOrigin();
  t.after(() => origin.close());
  const probe = new ProbeExtension(options);
  t.after(() => probe.close());
  await probe.open();
  return { origin, probe };
}

/** Makes a call in a document or a worker that has the calls. */
export async function callIn<N extends keyof Calls>(
  place: Page | WebWorker,
  name: N,
  args: Parameters<Calls[N]>,
): Promise<Awaited<ReturnType<Calls[N]>>> {
  return (await place.evaluate(callIt, name, args)) as Awaited<ReturnType<Calls[N]>>;
}

/** Runs in the browser. */
function callIt(name: string, args: readonly unknown[]): unknown {
  const { calls } = globalThis as unknown as { calls: { [name: string]: (...args: readonly unknown[]) => unknown } };
  return calls[name]?.(...args);
}
