import { type Collected, createCollection } from '../core/links/collected.ts';
import { cssAddresses } from '../core/links/css-addresses.ts';
import type { FoundLink, LinkKind } from '../core/links/found-link.ts';
import { readAddress } from '../core/links/read-address.ts';
import { textAddresses } from '../core/links/text-addresses.ts';
import { shownBy } from './element-links.ts';
import { downloadName, typeOf } from './link-text.ts';
import { addressOfPage, policyOf, policyOfPage } from './page-policy.ts';
import { baseUriOf, closest, localNameOf, parentOf } from './unclobbered.ts';

export interface Wanted {
  /** Pictures behind the page's elements, too: the browser has to work out the style of each. */
  readonly backgrounds: boolean;
}

/** UTF-16 units of text in which addresses are looked for. */
const MOST_TEXT = 4_000_000;
/** Elements whose text nobody sees as such. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'title']);

/**
 * Reads what these nodes link to, show and say. All that comes back is a stranger's text, and none of it is ever
 * treated as markup. Texts are those of the nodes, but for what `textOf` cuts of them.
 */
export function collectLinks(
  nodes: Iterable<Element | Text>,
  { backgrounds }: Wanted,
  textOf: (node: Text) => string = node => node.data,
): Collected {
  const collection = createCollection();
  const unusable = new Set<string>();
  const base = baseUriOf(document);
  const page = addressOfPage();
  const ofPage = policyOfPage();
  let frames = 0;
  let read = 0;

  /** Answers the link for what is worth one. */
  function offer(address: string, more: (url: string) => Omit<FoundLink, 'url' | 'page'>): void {
    const url = readAddress(address, base);
    if (url === null) unusable.add(`${address.length} ${address.slice(0, 200)}`);
    else if (url !== '') collection.add({ url, page, ...more(url) });
  }

  function offerPlain(address: string, kind: LinkKind): void {
    offer(address, () => ({ kind, text: '', download: null, type: null, size: null, referrerPolicy: ofPage }));
  }

  function readElement(element: Element): void {
    if (isFrame(element)) frames += 1;
    for (const { address, kind, text } of shownBy(element)) {
      offer(address, url => ({
        kind,
        text,
        download: downloadName(element),
        type: typeOf(element),
        size: sizeOf(element, url),
        referrerPolicy: policyOf(element, ofPage),
      }));
    }
    if (!backgrounds) return;
    for (const address of cssAddresses(getComputedStyle(element).backgroundImage)) offerPlain(address, 'background');
  }

  function readText(node: Text): void {
    const text = textOf(node).slice(0, MOST_TEXT - read);
    const addresses = textAddresses(text);
    read += text.length;
    if (addresses.length === 0 || isUnread(node)) return;
    for (const address of addresses) offerPlain(address, 'text');
  }

  for (const node of nodes) {
    if (node instanceof Element) readElement(node);
    else readText(node);
  }
  return { links: collection.links, leftOut: collection.leftOut, unusable: unusable.size, frames };
}

function isFrame(element: Element): boolean {
  return element instanceof HTMLIFrameElement || element instanceof HTMLFrameElement;
}

/** The words of a link are no link of their own: they are often cut short. */
function isUnread(node: Text): boolean {
  const parent = parentOf(node);
  return parent instanceof Element && (UNREAD.has(localNameOf(parent)) || closest(parent, 'a[href]') !== null);
}

/** Of an image that is loaded, for the address that was chosen of all those it offers. */
function sizeOf(element: Element, url: string): FoundLink['size'] {
  if (!(element instanceof HTMLImageElement) || !element.complete || element.naturalWidth === 0) return null;
  const isChosen = readAddress(element.currentSrc, url) === url;
  return isChosen ? { width: element.naturalWidth, height: element.naturalHeight } : null;
}
