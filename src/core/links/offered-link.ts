import { extensionOf, type FileKind, kindOfExtension, kindOfType, lastSegment } from './file-kind.ts';
import type { FoundLink } from './found-link.ts';
import { isPrivateHost } from './private-host.ts';

/** A link of a page as it is offered to be chosen. Name and text are a stranger's, as they came. */
export interface OfferedLink {
  readonly found: FoundLink;
  /** The title of its page. */
  readonly title: string;
  readonly url: string;
  readonly name: string;
  /** The link's text; '' where it only repeats the name. */
  readonly text: string;
  /** With its port, without `www.`. */
  readonly host: string;
  readonly kind: FileKind;
  /** Of the name, in lower case; '' where it has none. */
  readonly extension: string;
  /** An address of the own network, on a page of the internet. */
  readonly isPrivate: boolean;
  /** What free text is looked for in, in lower case. */
  readonly haystack: string;
}

export interface OfferingPage {
  readonly title: string;
  readonly links: readonly FoundLink[];
}

/** The links of several pages in their order, each address once: the first page that has it is its own. */
export function offeredLinks(pages: readonly OfferingPage[]): OfferedLink[] {
  const isPublic = publicPages();
  const offered = new Map<string, OfferedLink>();
  for (const { title, links } of pages)
    for (const found of links)
      if (!offered.has(found.url)) offered.set(found.url, offeredLink(found, title, isPublic(found.page)));
  return [...offered.values()];
}

/** Thousands of links share a few pages: each of those is looked at once. */
function publicPages(): (page: string) => boolean {
  const known = new Map<string, boolean>();
  return page => {
    const told = known.get(page) ?? (URL.canParse(page) && !isPrivateHost(new URL(page).hostname));
    known.set(page, told);
    return told;
  };
}

function offeredLink(found: FoundLink, title: string, isOnPublicPage: boolean): OfferedLink {
  const { url } = found;
  const { hostname, host } = URL.canParse(url) ? new URL(url) : { hostname: '', host: url };
  const shownHost = host.replace(/^www\./, '');
  const name = found.download ?? lastSegment(url);
  const text = found.text.trim();
  // `example.org` is not a file of type org.
  const extension = name === hostname || name === shownHost ? '' : extensionOf(name);
  return {
    found,
    title,
    url,
    name,
    text: text === name ? '' : text,
    host: shownHost,
    kind: kindOf(found, extension),
    extension,
    isPrivate: isOnPublicPage && isPrivateHost(hostname),
    haystack: `${name}\n${text}\n${url}`.toLowerCase(),
  };
}

/** The extension tells; where it does not, the page's own word or the element that showed it does. */
function kindOf(found: FoundLink, extension: string): FileKind {
  const kind = kindOfExtension(extension);
  if (kind !== 'pages' && kind !== 'files') return kind;
  const told = found.type === null ? null : kindOfType(found.type);
  if (told !== null) return told;
  if (found.kind === 'image' || found.kind === 'background') return 'images';
  if (found.kind === 'audio' || found.kind === 'video') return found.kind;
  return kind;
}

/** CSS px. What is narrower or lower is a button, a bullet or a counting pixel. */
const LEAST_SIDE = 48;

/** Whether it looks like a file that somebody may want: no page, no feed, no ornament. */
export function isLikelyFile({ found, kind, extension }: OfferedLink): boolean {
  if (kind === 'pages' || kindOfExtension(extension) === 'pages') return false;
  if (found.kind === 'feed' || found.kind === 'background') return false;
  return found.size === null || Math.min(found.size.width, found.size.height) >= LEAST_SIDE;
}
