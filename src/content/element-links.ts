import type { LinkKind } from '../core/links/found-link.ts';
import { srcsetAddresses } from '../core/links/srcset.ts';
import { firstOf, textOfAnchor } from './link-text.ts';
import { attributeOf, localNameOf, parentOf } from './unclobbered.ts';

/** An address as an element shows it, not read yet. */
export interface Shown {
  readonly address: string;
  readonly kind: LinkKind;
  readonly text: string;
}

/** What an element links to or shows. Nothing for most elements. */
export function shownBy(element: Element): readonly Shown[] {
  return READERS.get(localNameOf(element))?.(element) ?? [];
}

const READERS: ReadonlyMap<string, (element: Element) => readonly Shown[]> = new Map([
  ['a', anchor],
  ['area', area],
  ['img', image],
  ['source', source],
  ['track', (each: Element) => shown('track', [attributeOf(each, 'src')], titleOf(each, 'label'))],
  ['audio', (each: Element) => shown('audio', [attributeOf(each, 'src')], titleOf(each))],
  ['video', video],
  ['link', feed],
]);

/** SVG has anchors too, the older ones with `xlink:href`. */
function anchor(element: Element): readonly Shown[] {
  const addresses = [attributeOf(element, 'href') || attributeOf(element, 'xlink:href')];
  return shown('link', addresses, textOfAnchor(element));
}

function area(element: Element): readonly Shown[] {
  return shown('link', [attributeOf(element, 'href')], titleOf(element, 'alt'));
}

/** Where pages put the address of a picture that is loaded later, and those of a set of them. */
const LATER = ['data-src', 'data-original', 'data-lazy-src'] as const;
const SETS = ['srcset', 'data-srcset'] as const;

function image(element: Element): readonly Shown[] {
  const addresses = ['src', ...LATER].map(name => attributeOf(element, name));
  return shown('image', [...addresses, ...setsOf(element)], titleOf(element, 'alt'));
}

function source(element: Element): readonly Shown[] {
  const parent = parentOf(element);
  const media = parent instanceof HTMLMediaElement ? localNameOf(parent) : '';
  const kind = media === 'audio' || media === 'video' ? media : 'image';
  return shown(kind, [attributeOf(element, 'src'), attributeOf(element, 'data-src'), ...setsOf(element)], '');
}

function video(element: Element): readonly Shown[] {
  const films = shown('video', [attributeOf(element, 'src')], titleOf(element));
  return [...films, ...shown('image', [attributeOf(element, 'poster')], titleOf(element))];
}

const FEEDS: readonly string[] = ['application/rss+xml', 'application/atom+xml', 'application/feed+json'];

function feed(element: Element): readonly Shown[] {
  const rel = attributeOf(element, 'rel').toLowerCase().split(/\s+/);
  const type = (attributeOf(element, 'type').split(';', 1)[0] ?? '').trim().toLowerCase();
  const isFeed = rel.includes('enclosure') || (rel.includes('alternate') && FEEDS.includes(type));
  return isFeed ? shown('feed', [attributeOf(element, 'href')], titleOf(element)) : [];
}

function setsOf(element: Element): readonly string[] {
  return SETS.flatMap(name => srcsetAddresses(attributeOf(element, name)));
}

function titleOf(element: Element, name = 'title'): string {
  return firstOf(attributeOf(element, name), attributeOf(element, 'title'));
}

function shown(kind: LinkKind, addresses: readonly string[], text: string): readonly Shown[] {
  return addresses.filter(address => address !== '').map(address => ({ address, kind, text }));
}
