import { decodeUnnamed, unescapePercent, USUAL_CHARSET } from './charset.ts';
import { nameOfDisposition } from './disposition.ts';
import { titleWithExtension, withExtensionOfType, withMissingExtension } from './extension.ts';
import { safeName } from './safe-name.ts';

export interface NameSources {
  /** What the user asked for; null leaves it to the rest. */
  readonly wished: string | null;
  /** Raw `Content-Disposition`, one character a byte. */
  readonly disposition: string | null;
  /** The `download` attribute of the link; scripts also write 'true' there, which is no name. */
  readonly download?: string | null;
  readonly url: string;
  /** Of the page, or the text of the link. */
  readonly title?: string | null;
  readonly contentType: string | null;
  /** Of the page with the link, for header and URL where they are not UTF-8; Chromium's usual one if left out. */
  readonly charset?: string;
}

/**
 * The name of a file: the user's, else the server's, else the link's, else the URL's last segment, else the title, else
 * the host. Always safe.
 *
 * What the user or the server names is taken with the extension that it has, even none, as Chromium does
 * (net/base/filename_util_internal.cc). The others get one by the type where they have none. A URL with a query is a
 * program's: its extension gives way to one of the type.
 */
export function fileNameFor(sources: NameSources): string {
  const { wished, disposition, download, url, title, contentType, charset = USUAL_CHARSET } = sources;
  const candidates = [
    () => wished,
    () => (disposition === null ? null : nameOfDisposition(disposition, charset)),
    () => withMissingExtension(realName(download), contentType),
    () => nameOfUrl(url, contentType, charset),
    () => titleWithExtension(title ?? '', contentType),
    () => withMissingExtension(new URL(url).hostname, contentType),
  ];
  for (const candidate of candidates) {
    const name = safeName(candidate() ?? '');
    if (name !== null) return name;
  }
  return 'download';
}

/** A folder and a name as the relative path that `chrome.downloads` takes. The folder is made safe part by part. */
export function joinPath(folder: string | null, name: string): string {
  const parts = (folder ?? '').split(/[/\\]+/).flatMap(part => safeName(part) ?? []);
  return [...parts, name].join('/');
}

/**
 * The last segment of a URL's path, decoded; '' when the path ends in a slash.
 *
 * A semicolon ends it, as Chromium has it: what follows are parameters (`a.zip;jsessionid=1`).
 */
export function lastSegment(url: string, charset: string = USUAL_CHARSET): string {
  const segment = new URL(url).pathname.split('/').at(-1) ?? '';
  return decodeUnnamed(unescapePercent(segment.split(';')[0] ?? ''), charset);
}

/** The last segment with the extension of the type where its own is none, or only a program's; '' where there is none. */
export function nameOfUrl(url: string, contentType: string | null, charset: string = USUAL_CHARSET): string {
  const name = lastSegment(url, charset);
  return hasQuery(url) ? withExtensionOfType(name, contentType) : withMissingExtension(name, contentType);
}

/** An empty query counts, which `URL.search` does not tell. */
function hasQuery(url: string): boolean {
  return (new URL(url).href.split('#', 1)[0] ?? '').includes('?');
}

function realName(download: string | null | undefined): string {
  const name = download?.trim() ?? '';
  return name.toLowerCase() === 'true' ? '' : name;
}
