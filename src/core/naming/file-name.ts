import { nameOfDisposition } from './disposition.ts';
import { safeName } from './safe-name.ts';

export interface NameSources {
  /** What the user asked for; null leaves it to the rest. */
  readonly wished: string | null;
  /** Raw `Content-Disposition`, one character a byte. */
  readonly disposition: string | null;
  readonly url: string;
  readonly contentType: string | null;
}

/** The name of a file: the user's, else the server's, else the URL's last segment, else its host. Always safe. */
export function fileNameFor(sources: NameSources): string {
  const { wished, disposition, url, contentType } = sources;
  const candidates = [
    () => wished,
    () => (disposition === null ? null : nameOfDisposition(disposition)),
    () => withExtension(lastSegment(url), contentType),
    () => withExtension(new URL(url).hostname, contentType),
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

/** The last segment of a URL's path, decoded where it is valid UTF-8; '' when the path ends in a slash. */
export function lastSegment(url: string): string {
  const segment = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Extensions for names that come without any; the types that people download most. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/gzip': 'gz',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'application/zip': 'zip',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'text/css': 'css',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

function withExtension(name: string, contentType: string | null): string {
  const hasExtension = /\.[\p{L}\p{N}]{1,10}$/u.test(name);
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const extension = Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : undefined;
  return name === '' || hasExtension || extension === undefined ? name : `${name}.${extension}`;
}

/** The name without the ` (2)` that the browser adds where it is taken already. */
export function withoutNumber(name: string): string {
  return name.replace(/ \(\d{1,4}\)(?=(\.[^.]+)*$)/, '');
}
