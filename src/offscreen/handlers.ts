import type { Handlers } from '../messages/answer.ts';
import { Refusal } from '../messages/refusal.ts';
import { tellOfArrivals } from './arrivals.ts';
import { requestName } from '../core/carriers/request-name.ts';
import type { FileAsk, PackAsk, StartFetchAsk } from '../messages/offscreen.ts';

/**
 * Registrations that this document has started, or that someone has looked at. Without an object of it that has a
 * listener, `downloaded` was seen to stay 0 (Chromium 156).
 */
const watching = new Map<string, BackgroundFetchRegistration>();

/** Blobs on their way into the folder, by their object URL. A URL holds its Blob as long as this document lives. */
const held = new Set<string>();

export const handlers: Handlers<'offscreen'> = {
  'start-fetch': async ask => {
    await startFetch(ask as StartFetchAsk);
    return {};
  },
  'fetch-progress': async ask => {
    const { registration } = ask as { registration: string };
    const seen = await watched(registration);
    return { known: seen !== undefined, bytes: seen?.downloaded ?? 0, total: seen?.downloadTotal ?? 0 };
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
 *
 * Each request has a fragment of its own, which is not sent: among requests of one URL the first answer would be given
 * to all (Chromium 156). It also says whose request it is.
 */
async function startFetch({ registration, title, total, files }: StartFetchAsk): Promise<void> {
  const source = await fetchSource();
  if ((await source.get(registration)) !== undefined) return;
  try {
    const options = { title, icons: [ICON], ...(total === null ? {} : { downloadTotal: total }) };
    const requests = files.flatMap(requestsFor);
    const started = await source.fetch(registration, requests, options);
    watch(started);
    if (requests.length > 1 && total !== null) tellOfArrivals(started, requests.length, total);
  } catch (error) {
    const isQuota = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new Refusal(isQuota ? 'quota-exceeded' : 'refused', error instanceof Error ? error.message : String(error));
  }
}

const ICON = { src: '/icons/128.png', sizes: '128x128', type: 'image/png' };

function requestsFor({ owner, url, parts }: FileAsk): readonly Request[] {
  if (parts.length === 0) return [new Request(`${url}#${requestName(owner, 0)}`)];
  return parts.map(({ first, last }) => {
    return new Request(`${url}#${requestName(owner, first)}`, { headers: { range: `bytes=${first}-${last}` } });
  });
}

async function watched(registration: string): Promise<BackgroundFetchRegistration | undefined> {
  const seen = watching.get(registration) ?? (await (await fetchSource()).get(registration));
  if (seen !== undefined) watch(seen);
  return seen;
}

function watch(registration: BackgroundFetchRegistration): void {
  if (watching.has(registration.id)) return;
  watching.set(registration.id, registration);
  registration.addEventListener('progress', () => {
    if (registration.result !== '') watching.delete(registration.id);
  });
}

async function fetchSource(): Promise<BackgroundFetchSource> {
  const own = await navigator.serviceWorker.getRegistration();
  if (own === undefined) throw new Refusal('refused', 'The extension has no service worker registration.');
  return own.backgroundFetch;
}
