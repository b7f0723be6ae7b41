import type { Handlers } from '../messages/answer.ts';
import { Refusal } from '../messages/refusal.ts';
import type { PackAsk, StartFetchAsk } from '../messages/protocol.ts';

/** Blobs on their way into the folder, by their object URL. A URL holds its Blob as long as this document lives. */
const held = new Set<string>();

export const handlers: Handlers<'offscreen'> = {
  'start-fetch': async ask => {
    await startFetch(ask as StartFetchAsk);
    return {};
  },
  'held-urls': async () => ({ urls: [...held] }),
  release: async ask => {
    const { objectUrl } = ask as { objectUrl: string };
    if (held.delete(objectUrl)) URL.revokeObjectURL(objectUrl);
    return {};
  },
};

/**
 * Takes Blobs from the worker and answers each with its object URL. `runtime.sendMessage` carries JSON only, so they
 * come over the service worker's own channel.
 */
export function receiveParcels(): void {
  navigator.serviceWorker.addEventListener('message', event => {
    const ask = event.data as PackAsk;
    if (ask.kind !== 'pack') return;
    const objectUrl = URL.createObjectURL(ask.blob);
    held.add(objectUrl);
    event.ports[0]?.postMessage(objectUrl);
  });
  navigator.serviceWorker.startMessages();
}

/**
 * Registers a Background Fetch. A registration of the same id is already what was wanted: the ask came twice.
 *
 * The Request gets no `referrer` and no `credentials` (Chromium 156): an empty referrer crashes the whole browser, and
 * `credentials: 'include'` fails against the `*` of our header rule, while cookies are sent all the same.
 */
async function startFetch({ registration, url, title, total }: StartFetchAsk): Promise<void> {
  const own = await navigator.serviceWorker.getRegistration();
  if (own === undefined) throw new Refusal('refused', 'The extension has no service worker registration.');
  if ((await own.backgroundFetch.get(registration)) !== undefined) return;
  try {
    await own.backgroundFetch.fetch(registration, [new Request(url)], {
      title,
      ...(total === null ? {} : { downloadTotal: total }),
    });
  } catch (error) {
    const isQuota = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new Refusal(isQuota ? 'quota-exceeded' : 'refused', error instanceof Error ? error.message : String(error));
  }
}
