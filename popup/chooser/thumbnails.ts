import { type Signal, signal } from '@preact/signals';
import { granted } from '../../src/platform/permissions.ts';
import { mayAsk } from './sizes.ts';

/** Bytes; a picture of more is not worth its way for a thumbnail. */
const LARGEST = 2 * 1024 * 1024;
const AT_ONCE = 4;
/** Thumbnails that are kept; those that were made first go first. */
const MOST_KEPT = 600;
/** px of the longer side, on screens of two pixels a px. */
const SIDE = 320;

const kept = new Map<string, Signal<string | null>>();
const wanted = new Map<string, AbortController>();
const waiting: string[] = [];
let underWay = 0;

/** The thumbnail of a picture as a `data:` URL, once it is there; '' where it cannot be had. */
export function thumbnailOf(url: string): Signal<string | null> {
  const known = kept.get(url);
  if (known !== undefined) return known;
  const made = signal<string | null>(null);
  kept.set(url, made);
  for (const old of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    if (!wanted.has(old) && old !== url) kept.delete(old);
  }
  return made;
}

/** Fetches a thumbnail while its tile is in view; the answer ends that. */
export function wantThumbnail(url: string): () => void {
  if (thumbnailOf(url).value !== null || wanted.has(url)) return () => {};
  const controller = new AbortController();
  wanted.set(url, controller);
  waiting.push(url);
  void work();
  return () => {
    controller.abort();
    wanted.delete(url);
  };
}

async function work(): Promise<void> {
  if (underWay >= AT_ONCE) return;
  underWay += 1;
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const controller = wanted.get(url);
    if (controller === undefined || thumbnailOf(url).value !== null) continue;
    const made = await fetched(url, controller.signal).catch(() => '');
    // One that was scrolled away on its way may be wanted again.
    if (made !== '' || !controller.signal.aborted) thumbnailOf(url).value = made;
  }
  underWay -= 1;
}

/**
 * Without cookies and Referer, from granted hosts only, and never on to another address: a page must not learn by it who
 * looks, nor reach the user's own network through it. Drawn anew and small, so that the page's policy may stay `data:`.
 */
async function fetched(url: string, signal: AbortSignal): Promise<string> {
  if (!mayAsk(url, await granted())) return '';
  const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
  if (!response.ok || response.body === null) return '';
  const bytes = await bounded(response.body);
  return bytes === null ? '' : drawnSmall(new Blob(bytes, { type: response.headers.get('content-type') ?? '' }));
}

async function bounded(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (value === undefined) continue;
    size += value.byteLength;
    if (size > LARGEST) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return chunks;
}

async function drawnSmall(picture: Blob): Promise<string> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.toDataURL('image/webp', 0.8);
}
