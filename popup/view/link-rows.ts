import type { FoundLink } from '../../src/core/links/found-link.ts';
import type { PageLinks } from '../../src/messages/protocol.ts';
import { extensionOf, FILE_KINDS, type FileKind, kindOfExtension, lastSegment } from './file-kind.ts';
import { isPrivateHost } from '../../src/core/links/private-host.ts';
import { hostText, visibleName } from './visible-name.ts';

/** A link as the chooser shows it. */
export interface LinkRow {
  readonly url: string;
  readonly name: string;
  readonly text: string;
  readonly host: string;
  readonly kind: FileKind;
  readonly extension: string;
  /** An address of the own network, on a page of the internet. */
  readonly isPrivate: boolean;
  /** What the filter looks in, in lower case. */
  readonly haystack: string;
}

export function linkRows(page: PageLinks): LinkRow[] {
  const isPublicPage = URL.canParse(page.url) && !isPrivateHost(new URL(page.url).hostname);
  return page.links.map(link => linkRow(link, isPublicPage));
}

function linkRow(link: FoundLink, isPublicPage: boolean): LinkRow {
  const name = visibleName(link.download ?? lastSegment(link.url));
  const text = visibleName(link.text.trim());
  const hostname = URL.canParse(link.url) ? new URL(link.url).hostname : '';
  // `example.org` is not a file of type org.
  const isHost = name === hostname || name === hostText(link.url);
  const extension = isHost ? '' : extensionOf(name);
  return {
    url: link.url,
    name,
    text: text === name ? '' : text,
    host: hostText(link.url),
    kind: kindOf(link, extension),
    extension,
    isPrivate: isPublicPage && isPrivateHost(hostname),
    haystack: `${name}\n${text}\n${link.url}`.toLowerCase(),
  };
}

/** The extension tells; where it does not, the element that showed it does. */
function kindOf(link: FoundLink, extension: string): FileKind {
  const kind = kindOfExtension(extension);
  if (kind !== 'pages' && kind !== 'files') return kind;
  if (link.kind === 'image') return 'images';
  if (link.kind === 'audio' || link.kind === 'video') return link.kind;
  return kind;
}

/** What is chosen to begin with: what looks like a file, and does not reach into the user's own network. */
export function preselected(rows: readonly LinkRow[]): Set<number> {
  const chosen = new Set<number>();
  rows.forEach((row, index) => {
    const isFile = row.kind !== 'pages' && kindOfExtension(row.extension) !== 'pages';
    if (isFile && !row.isPrivate) chosen.add(index);
  });
  return chosen;
}

/** How many links there are of each kind. */
export function kindCounts(rows: readonly LinkRow[]): Record<FileKind, number> {
  const counts = Object.fromEntries(FILE_KINDS.map(kind => [kind, 0])) as Record<FileKind, number>;
  for (const row of rows) counts[row.kind] += 1;
  return counts;
}
