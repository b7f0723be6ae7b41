import type { FoundLink } from './found-link.ts';
import type { ReferrerPolicy } from './referrer-policy.ts';

/** What the queue is asked for a link of a page: with the Referer, and with what the page says of it for the name. */
export interface PageLinkAsk {
  readonly url: string;
  readonly referrer: string;
  readonly referrerPolicy: ReferrerPolicy;
  readonly title: string;
  readonly text: string;
  readonly download?: string;
}

export function askFor(
  { url, page, referrerPolicy, text, download }: FoundLink,
  { title }: { readonly title: string },
): PageLinkAsk {
  const ask = { url, referrer: page, referrerPolicy, title, text };
  return download === null ? ask : { ...ask, download };
}
