import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { sha256Of, seedOf } from '../../origin/bytes.ts';
import type { LoggedRequest, Origin } from '../../origin/origin.ts';
import { type Longhaul, sha256OfFile } from '../harness.ts';

export const MIB = 1024 * 1024;
/** Bytes of each part of a file of 16–64 MiB that is a multiple of it. */
export const PART = 8 * MIB;

/** The requests for a path as text, in the order of their arrival: method, range, status. */
export function requestsOf(origin: Origin, path: string, from = 0): string[] {
  return origin.requestsFor(path).slice(from).map(wordsOf);
}

export function wordsOf({ method, range, status }: LoggedRequest): string {
  return `${method} ${range ?? 'all'} ${status}`;
}

/** The parts of a file from one number to another, as requests that were answered. */
export function partsAsked(first: number, end: number): string[] {
  return Array.from(
    { length: end - first },
    (_, index) => `GET bytes=${(first + index) * PART}-${(first + index + 1) * PART - 1} 206`,
  );
}

/** Two requests run at a time: the order in which they arrive is not certain. */
export function assertRequests(actual: readonly string[], expected: readonly string[], told = ''): void {
  const inOrder = `asked:\n${actual.join('\n')}\nshould be, in any order:\n${expected.join('\n')}\n${told}`;
  assert.deepEqual([...actual].sort(), [...expected].sort(), inOrder);
}

export async function itemOf(longhaul: Longhaul, id: string | undefined): Promise<ListedItem> {
  const item = (await longhaul.items()).find(each => each.id === id);
  assert.ok(item, 'the item is in the list');
  return item;
}

/** The end of one item, whatever the others do. */
export async function endOf(longhaul: Longhaul, id: string | undefined, seconds = 60): Promise<ListedItem> {
  await longhaul.ended(seconds);
  return itemOf(longhaul, id);
}

/** The item is done by Background Fetch, and its file lies there once, under this name, with the bytes of this version. */
export function assertArrived(
  longhaul: Longhaul,
  item: ListedItem,
  { path, size, version = 1, name = basename(path) }: { path: string; size: number; version?: number; name?: string },
): void {
  assert.equal(item.status, 'done', tellOf(item));
  assert.equal(item.carrier, 'background-fetch', tellOf(item));
  assert.equal(item.path, `${longhaul.downloads}/${name}`);
  assert.equal(item.bytes, size);
  assert.equal(sha256OfFile(item.path), sha256Of(seedOf(path, version), size), 'the bytes are right');
  const [stem = name] = name.split('.', 1);
  assert.deepEqual(
    filesIn(longhaul).filter(file => file.startsWith(stem)),
    [name],
  );
}

/** What lies in the folder, but for the leavings of a crash. */
export function filesIn(longhaul: Longhaul): string[] {
  return readdirSync(longhaul.downloads).filter(file => !file.endsWith('.crdownload'));
}

/** What an item says of itself, for the message of an assertion. */
export function tellOf({ url, error, log }: ListedItem): string {
  const words = log.map(
    ({ at, what, detail }) => `${new Date(at).toISOString().slice(14, 23)} ${what} ${detail ?? ''}`,
  );
  return [url, error?.message ?? '', ...words].join('\n');
}

export interface Leavings {
  /** Names below the part store. */
  readonly parts: readonly string[];
  readonly rules: number;
  readonly registrations: readonly string[];
}

/** What of ours is still in the browser. */
export async function leavingsOf(longhaul: Longhaul): Promise<Leavings> {
  const page = await longhaul.page('chooser.html');
  const leavings = await page.evaluate(async () => {
    const parts: string[] = [];
    const folders = [await navigator.storage.getDirectory()];
    for (const folder of folders)
      try {
        for await (const [name, entry] of folder.entries()) {
          // The store itself stays, empty.
          if (folder !== folders[0]) parts.push(name);
          if (entry.kind === 'directory') folders.push(entry);
        }
      } catch (error) {
        // What goes while it is looked at is no more there.
        if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
      }
    const registration = await navigator.serviceWorker.getRegistration();
    return {
      parts,
      rules: (await chrome.declarativeNetRequest.getDynamicRules()).length,
      registrations: (await registration?.backgroundFetch.getIds()) ?? ['no worker'],
    };
  });
  await page.close();
  return leavings;
}

const NOTHING_LEFT: Leavings = { parts: [], rules: 0, registrations: [] };

/** What an item does not need any more is cleared away after it is told to have ended: bounded, then compared. */
export async function assertNothingLeft(longhaul: Longhaul, why?: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  let left = await leavingsOf(longhaul);
  while (!isDeepStrictEqual(left, NOTHING_LEFT) && Date.now() < deadline) {
    await pass(200);
    left = await leavingsOf(longhaul);
  }
  assert.deepEqual(left, NOTHING_LEFT, why);
}
