import { isRefused, parseLink } from '../../core/links/parse-link.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { KnownLinksAnswer } from '../../messages/chooser.ts';
import type { Words } from '../../messages/words.ts';
import type { Ports } from '../ports.ts';
import { fieldsOf } from './ask.ts';
import { whyKnown } from './enqueue.ts';

/** One look of the store at its index of URLs for each. */
const MOST = 1_000;

/** Which links are in the queue or were downloaded, by the same test by which `enqueue` passes them over. */
export async function knownLinks(ports: Ports, ask: unknown): Promise<KnownLinksAnswer> {
  const urls = urlsOf(ask, MOST, ports.words);
  // The queue knows a link without its fragment and its sign-in.
  const links = urls.map(url => parseLink({ url }));
  const found = await ports.items.withUrls(links.map(link => link.url));
  return { known: links.map((link, place) => (isRefused(link) ? null : whyKnown(found[place] ?? []))) };
}

/** The URLs of an ask that has nothing else. */
export function urlsOf(ask: unknown, most: number, words: Words): readonly string[] {
  const urls: unknown = fieldsOf(ask, ['urls'], words).get('urls');
  if (!Array.isArray(urls) || !urls.every(url => typeof url === 'string') || urls.length > most)
    throw new Refusal('bad-ask', words('ask_notUrls', most));
  return urls;
}
