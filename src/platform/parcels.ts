import type { PackAsk } from '../messages/offscreen.ts';
import { browser } from './browser.ts';
import { askOffscreen, ensureOffscreen, hasOffscreen } from './offscreen.ts';
import { workerScope } from './worker-scope.ts';

/** Longest that the document may take to answer; it only makes a URL. */
const PATIENCE = 20_000;

/**
 * Hands a Blob to the offscreen document, by reference, and answers the object URL that it made.
 *
 * A worker has no `URL.createObjectURL`, and `runtime.sendMessage` is JSON: the Blob travels by `Client.postMessage`.
 */
export async function pack(blob: Blob): Promise<string> {
  await ensureOffscreen();
  const clients = await workerScope.clients.matchAll({ includeUncontrolled: true, type: 'all' });
  const document = clients.find(client => client.url === browser.runtime.getURL('offscreen.html'));
  if (document === undefined) throw new Error('The offscreen document is gone; the file is fetched again.');
  const channel = new MessageChannel();
  const answer = new Promise<string>((resolve, reject) => {
    channel.port1.onmessage = event => resolve(String(event.data));
    AbortSignal.timeout(PATIENCE).onabort = () => reject(new Error('The offscreen document did not answer.'));
  });
  document.postMessage({ kind: 'pack', blob } satisfies PackAsk, [channel.port2]);
  return answer;
}

/** The object URLs that the document holds; none when it is gone. */
export async function heldUrls(): Promise<readonly string[]> {
  if (!(await hasOffscreen())) return [];
  const { urls } = await askOffscreen('held-urls', {});
  return urls;
}

export async function release(objectUrl: string): Promise<void> {
  if (await hasOffscreen()) await askOffscreen('release', { objectUrl });
}
