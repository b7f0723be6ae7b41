/**
 * Extensions of the types that people download, the usual one first (net/base/mime_util.cc, IANA).
 *
 * `application/octet-stream` is not among them: it says that nothing is known.
 */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/epub+zip': 'epub',
  'application/gzip': 'gz tgz',
  'application/java-archive': 'jar',
  'application/javascript': 'js mjs',
  'application/json': 'json map geojson webmanifest ipynb',
  'application/msword': 'doc dot',
  'application/pdf': 'pdf',
  'application/postscript': 'ps eps ai',
  'application/rss+xml': 'rss',
  'application/rtf': 'rtf',
  'application/vnd.android.package-archive': 'apk',
  'application/vnd.ms-excel': 'xls xlt',
  'application/vnd.ms-powerpoint': 'ppt pps pot',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.rar': 'rar',
  'application/wasm': 'wasm',
  'application/x-7z-compressed': '7z',
  'application/x-bittorrent': 'torrent',
  'application/x-bzip2': 'bz2 tbz2',
  'application/x-chrome-extension': 'crx',
  'application/x-gzip': 'gz tgz',
  'application/x-mpegurl': 'm3u8',
  'application/x-rar-compressed': 'rar',
  'application/x-shockwave-flash': 'swf swl',
  'application/x-tar': 'tar',
  'application/x-xz': 'xz txz',
  'application/xhtml+xml': 'xhtml xht xhtm',
  'application/xml': 'xml xsl xslt xsd svg rss atom',
  'application/zip': 'zip jar apk docx xlsx pptx odt ods odp epub cbz xpi',
  'application/zstd': 'zst',
  'audio/aac': 'aac',
  'audio/flac': 'flac',
  'audio/mp3': 'mp3',
  'audio/mp4': 'm4a mp4 m4b',
  'audio/mpeg': 'mp3 mp2 mpga',
  'audio/ogg': 'ogg oga opus',
  'audio/wav': 'wav',
  'audio/webm': 'webm weba',
  'audio/x-m4a': 'm4a',
  'font/woff2': 'woff2',
  'image/apng': 'png apng',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/jpeg': 'jpg jpeg jfif pjpeg pjp jpe',
  'image/jxl': 'jxl',
  'image/png': 'png',
  'image/svg+xml': 'svg svgz',
  'image/tiff': 'tiff tif',
  'image/vnd.microsoft.icon': 'ico',
  'image/webp': 'webp',
  'image/x-icon': 'ico',
  'message/rfc822': 'eml',
  'multipart/related': 'mht mhtml',
  'text/calendar': 'ics',
  'text/css': 'css',
  'text/csv': 'csv',
  'text/html': 'html htm shtml shtm ehtml',
  'text/javascript': 'js mjs',
  'text/markdown': 'md markdown',
  'text/plain': 'txt text log asc conf',
  'text/xml': 'xml xsl xbl xslt',
  'video/mp4': 'mp4 m4v',
  'video/mpeg': 'mpeg mpg',
  'video/ogg': 'ogv ogm',
  'video/quicktime': 'mov qt',
  'video/webm': 'webm',
  'video/x-matroska': 'mkv',
  'video/x-msvideo': 'avi',
};

/** What ends a name, with its dot: `.tar.gz` and its kin whole; '' for none, or for one too long to be one. */
export function extensionOf(name: string): string {
  return /(?:\.tar)?\.[^.\s]{1,16}$/iu.exec(name)?.[0] ?? '';
}

/** The name with the extension of the type where it comes without any; '' stays ''. */
export function withMissingExtension(name: string, contentType: string | null): string {
  return hasExtension(name) ? name : withAdded(name, extensionsOf(contentType)[0]);
}

/** The name with an extension of the type, in place of one that is not: `get.php` of a PDF is `get.pdf`. */
export function withExtensionOfType(name: string, contentType: string | null): string {
  const extensions = extensionsOf(contentType);
  if (hasOneOf(name, extensions)) return name;
  const current = hasExtension(name) && extensions.length > 0 ? extensionOf(name) : '';
  return withAdded(name.slice(0, name.length - current.length), extensions[0]);
}

/** A title with the extension of the type. What looks like one in a sentence ("Chapter 1.2") is none. */
export function titleWithExtension(title: string, contentType: string | null): string {
  const extensions = extensionsOf(contentType);
  return hasOneOf(title, extensions) ? title : withAdded(title, extensions[0]);
}

/** The types that a file of this name may have: those whose usual extension it has, else those that know it. */
export function typesOfName(name: string): readonly string[] {
  const all = Object.entries(EXTENSIONS).map(([type, extensions]) => ({ type, extensions: extensions.split(' ') }));
  const usual = all.filter(({ extensions }) => hasOneOf(name, extensions.slice(0, 1)));
  const known = usual.length > 0 ? usual : all.filter(({ extensions }) => hasOneOf(name, extensions));
  return known.map(({ type }) => type);
}

function extensionsOf(contentType: string | null): readonly string[] {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(EXTENSIONS, type) ? (EXTENSIONS[type]?.split(' ') ?? []) : [];
}

/** Whether the end looks like an extension: letters and digits only, unlike that of `v1.2-final`. */
function hasExtension(name: string): boolean {
  return /\.[\p{L}\p{N}]{1,10}$/u.test(name);
}

function hasOneOf(name: string, extensions: readonly string[]): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && extensions.includes(last);
}

function withAdded(name: string, extension: string | undefined): string {
  const stem = name.replace(/(?<![\s.])[\s.]+$/u, '');
  return stem === '' || extension === undefined ? name : `${stem}.${extension}`;
}
