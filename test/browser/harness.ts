import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { grantedCopy } from '../../scripts/build.mjs';
import { launchBrowser } from '../../scripts/browser.mjs';
import { makeOffer, type Offer } from '../../scripts/packed.mjs';
import type { ListedItem } from '../../src/messages/listing.ts';
import type { AnswerOf, AskOf, LinkAsk, Name, Reply } from '../../src/messages/protocol.ts';
import { sha256Of, seedOf } from '../origin/bytes.ts';

const DIST = new URL('../../dist', import.meta.url).pathname;
const ENDED = ['done', 'failed', 'cancelled'];

export interface Options {
  /** `all` stands for a user who has granted every site, `none` for one who has granted nothing; else match patterns. */
  readonly grants: 'all' | 'none' | readonly string[];
  /** A display makes it a headed browser for real keys and clicks. */
  readonly display?: string;
  /** The Chromium to start; the machine's own when not given. */
  readonly executable?: string;
  readonly args?: string[];
  /** Packed and installed, as users have it; where `whyNoOffer` has no reason against it. */
  readonly packed?: boolean;
  /** Changes the copy of the extension that is loaded, by its folder. */
  readonly alter?: (folder: string) => void;
  /** Folders of other extensions, installed before this one or after it. */
  readonly others?: { readonly before?: string[]; readonly after?: string[] };
}

type Running = Awaited<ReturnType<typeof launchBrowser>>;

/** The built extension in a real Chromium, with a folder and a profile of its own, and a page to send messages from. */
export class Longhaul {
  readonly downloads: string;
  private readonly options: Options;
  private readonly folder: string;
  private running: Running | null = null;
  private sender: Page | null = null;
  private offer: Offer | null = null;

  constructor(options: Options) {
    this.options = options;
    this.folder = mkdtempSync(join(tmpdir(), 'longhaul-profile-'));
    this.downloads = join(this.folder, 'downloads');
  }

  /** Starts Chromium, or starts it again on the same profile. */
  async open(): Promise<void> {
    const { display, executable, args = [], packed = false, others = {} } = this.options;
    const extension = await this.unpacked();
    if (packed) this.offer ??= await makeOffer(extension, join(this.folder, 'packed'));
    this.running = await launchBrowser({
      extension: this.offer ?? extension,
      downloads: this.downloads,
      profile: join(this.folder, 'profile'),
      headless: display === undefined,
      others,
      args,
      ...(executable === undefined ? {} : { executable }),
      ...(display === undefined ? {} : { env: { DISPLAY: display } }),
    });
    this.sender = null;
  }

  /** Offers the same files, packed, as a newer version: an update that the browser finds at the next `open`. */
  async offerUpdate(version: string): Promise<void> {
    this.offer = await makeOffer(await this.unpacked(), join(this.folder, 'packed'), version);
  }

  private async unpacked(): Promise<string> {
    const { grants } = this.options;
    if (grants === 'all') return grantedCopy(DIST, join(this.folder, 'granted'));
    if (grants !== 'none') return grantedCopy(DIST, join(this.folder, 'granted'), [...grants]);
    // A copy of its own: another test may build anew meanwhile.
    const own = join(this.folder, 'extension');
    cpSync(DIST, own, { recursive: true });
    this.options.alter?.(own);
    return own;
  }

  get chromium(): Running {
    if (this.running === null) throw new Error('Chromium is not open.');
    return this.running;
  }

  /** Opens a page of the extension in a tab. */
  async page(path: string): Promise<Page> {
    const page = await this.chromium.browser.newPage();
    await page.goto(this.chromium.url(path));
    return page;
  }

  private async ownPage(): Promise<Page> {
    this.sender ??= await this.page('chooser.html');
    return this.sender;
  }

  /** Sends a message as a page of the extension does, and answers the whole reply. */
  async reply<N extends Name<'worker'>>(name: N, ask: unknown): Promise<Reply<AnswerOf<'worker', N>>> {
    const page = await this.ownPage();
    const reply = await page.evaluate(envelope => chrome.runtime.sendMessage<unknown, unknown>(envelope), {
      to: 'worker',
      name,
      ask,
    } as never);
    return reply as Reply<AnswerOf<'worker', N>>;
  }

  async ask<N extends Name<'worker'>>(name: N, ask: AskOf<'worker', N>): Promise<AnswerOf<'worker', N>> {
    const reply = await this.reply(name, ask);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
    return reply.answer;
  }

  /** Sends links and answers their ids, in order. */
  async enqueue(...links: LinkAsk[]): Promise<string[]> {
    return (await this.ask('enqueue', { links })).ids;
  }

  async items(): Promise<ListedItem[]> {
    return (await this.ask('list', { limit: 1000 })).items;
  }

  /** Waits until every item has ended, and answers them. */
  async ended(seconds = 60): Promise<ListedItem[]> {
    return until(
      async () => {
        const items = await this.items();
        return items.every(item => ENDED.includes(item.status)) ? items : null;
      },
      'every item to end',
      seconds,
    );
  }

  /** The version that runs, from the browser itself: the extension is not woken. */
  async version(): Promise<string | null> {
    const page = await this.chromium.browser.newPage();
    await page.goto('chrome://extensions-internals');
    const all: { id: string; version: string }[] = JSON.parse(await page.evaluate(() => document.body.innerText));
    await page.close();
    return all.find(({ id }) => id === this.chromium.extensionId)?.version ?? null;
  }

  /** Reloads the extension, which closes its pages. A packed one comes back by itself. */
  async reload(): Promise<void> {
    const page = await this.ownPage();
    const closed = new Promise(resolve => page.once('close', resolve));
    await page.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
    await closed;
    this.sender = null;
  }

  /** SIGKILL for the service worker, by a debugger that is attached for this one call only. */
  async killWorker(): Promise<boolean> {
    const session = await this.chromium.browser.target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.endsWith('/worker.js'));
    if (worker !== undefined) await session.send('Target.closeTarget', { targetId: worker.targetId });
    await session.detach();
    return worker !== undefined;
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

/** Starts the extension for one test, which must close it in the end. */
export async function openLonghaul(options: Options): Promise<Longhaul> {
  const longhaul = new Longhaul(options);
  await longhaul.open();
  return longhaul;
}

/**
 * Waits for a condition that only an outside process can make true, and answers its value. Bounded, so that a test
 * that waits in vain says what for.
 */
export async function until<T>(probe: () => Promise<T | null | false>, what: string, seconds = 120): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const value = await probe();
    if (value !== null && value !== false) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}.`);
}

export function sha256OfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** The hash that a file of the test origin must have. */
export function sha256OfUrl(url: string, size: number): string {
  return sha256Of(seedOf(new URL(url).pathname), size);
}
