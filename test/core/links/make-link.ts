import type { FoundLink } from '../../../src/core/links/found-link.ts';
import { type OfferedLink, offeredLinks } from '../../../src/core/links/offered-link.ts';
import { USUAL_POLICY } from '../../../src/core/links/referrer-policy.ts';

export const PUBLIC = 'https://example.org/';

export type PartOfLink = Partial<FoundLink> & Pick<FoundLink, 'url'>;

/** A link of a page of the internet, but for what is said of it. */
export function makeLink(link: PartOfLink): FoundLink {
  const usual = { kind: 'link', page: PUBLIC, text: '', download: null, type: null, size: null } as const;
  return { ...usual, referrerPolicy: USUAL_POLICY, ...link };
}

/** The links of one page, as they are offered. */
export function makeOffer(...links: readonly PartOfLink[]): OfferedLink[] {
  return offeredLinks([{ title: 'A page', links: links.map(makeLink) }]);
}
