import type { FoundLink } from '../core/links/found-link.ts';
import { readPolicy, type ReferrerPolicy, USUAL_POLICY } from '../core/links/referrer-policy.ts';

/** More links than this are counted, not read. */
export const MOST_LINKS = 20_000;
const LONGEST_URL = 32 * 1024;
const LONGEST_TEXT = 200;

export interface Collected {
  readonly links: readonly FoundLink[];
  readonly leftOut: number;
}

/**
 * Reads what a page, or a part of it, links to. All that comes back is a stranger's text, and none of it is ever
 * treated as markup. Only http and https addresses are taken; the same one is taken once.
 */
export function collectLinks(root: Document | Element | DocumentFragment, base: string): Collected {
  const found = new Map<string, FoundLink>();
  let leftOut = 0;
  const policy = policyOfPage();
  for (const element of elementsOf(root)) {
    for (const link of linksOf(element, base, policy)) {
      if (found.has(link.url)) continue;
      if (found.size >= MOST_LINKS) leftOut += 1;
      else found.set(link.url, link);
    }
  }
  return { links: [...found.values()], leftOut };
}

const SELECTOR = 'a[href], area[href], img, audio[src], video[src], source[src], source[srcset]';

/** In the order of the page, open shadow roots included. */
function* elementsOf(root: Document | Element | DocumentFragment): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(SELECTOR)) yield element;
    if (element.shadowRoot !== null) yield* elementsOf(element.shadowRoot);
  }
}

function linksOf(element: Element, base: string, policy: ReferrerPolicy): readonly FoundLink[] {
  const attribute = (name: string): string => element.getAttribute(name) ?? '';
  const link = (address: string, kind: FoundLink['kind'], text: string): readonly FoundLink[] => {
    const url = absolute(address, base);
    return url === null
      ? []
      : [
          {
            url,
            kind,
            page: location.href,
            text: shortened(text),
            download: downloadName(element),
            type: null,
            size: null,
            referrerPolicy: policyOf(element, policy),
          },
        ];
  };
  switch (element.localName) {
    case 'a':
    case 'area':
      return link(attribute('href'), 'link', element.textContent || attribute('title') || attribute('alt'));
    case 'img':
      return [attribute('src'), attribute('data-src'), ...candidates(attribute('srcset'))].flatMap(address =>
        link(address, 'image', attribute('alt') || attribute('title')),
      );
    case 'source':
      return [attribute('src'), ...candidates(attribute('srcset'))].flatMap(address =>
        link(address, kindOfSource(element), ''),
      );
    default:
      return link(attribute('src'), element.localName === 'audio' ? 'audio' : 'video', attribute('title'));
  }
}

function kindOfSource(source: Element): FoundLink['kind'] {
  const parent = source.parentElement?.localName;
  return parent === 'audio' || parent === 'video' ? parent : 'image';
}

/** The addresses of a `srcset`: each candidate is an address, white space, and a descriptor. */
function candidates(srcset: string): readonly string[] {
  return srcset.split(/,\s+/).flatMap(candidate => candidate.trim().split(/\s+/)[0] ?? []);
}

/** Absolute, without a fragment; null for what is not of the web. */
function absolute(address: string, base: string): string | null {
  if (address.trim() === '' || address.length > LONGEST_URL || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  url.hash = '';
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** What the element itself says goes before what its page says. A page's header is not seen here. */
function policyOf(element: Element, ofPage: ReferrerPolicy): ReferrerPolicy {
  if (element.matches('[rel~="noreferrer" i]')) return 'no-referrer';
  return readPolicy(element.getAttribute('referrerpolicy') ?? '') ?? ofPage;
}

/** The last `meta` counts that names one (HTML, section 4.2.5.3). */
function policyOfPage(): ReferrerPolicy {
  const metas = [...document.querySelectorAll('meta[name="referrer" i]')];
  return metas.flatMap(meta => readPolicy(meta.getAttribute('content') ?? '') ?? []).at(-1) ?? USUAL_POLICY;
}

/** A `download` attribute that names a file; an empty one, and the `true` that some frameworks write, name none. */
function downloadName(element: Element): string | null {
  const name = element.getAttribute('download')?.trim() ?? '';
  return name === '' || name === 'true' ? null : shortened(name);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}
