export const FILE_KINDS = ['images', 'audio', 'video', 'archives', 'documents', 'files', 'pages'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const EXTENSIONS: Readonly<Record<Exclude<FileKind, 'files'>, string>> = {
  images: 'avif bmp gif heic heif ico jfif jpeg jpg jxl png psd raw svg tif tiff webp',
  audio: 'aac aif aiff flac m4a m4b mid midi mp3 oga ogg opus wav weba wma',
  video: '3gp avi flv m2ts m4v mkv mov mp4 mpeg mpg ogv ts vob webm wmv',
  archives: '7z apk br bz2 cab deb dmg gz img iso jar lz lzma pkg rar rpm tar tbz2 tgz txz xz zip zst',
  documents:
    'azw3 csv doc docx epub fb2 key md mobi numbers odp ods odt pages pdf ppt pptx ps rtf tex tsv txt xls xlsx',
  pages: 'asp aspx cfm cgi htm html jsp jspx php php5 phtml shtml xhtml',
};

const KIND_OF = new Map<string, FileKind>(
  (Object.keys(EXTENSIONS) as (keyof typeof EXTENSIONS)[]).flatMap(kind =>
    EXTENSIONS[kind].split(' ').map(extension => [extension, kind] as const),
  ),
);

/** The extension of a name in lower case, `''` where it has none. A version or a year (`v1.2`) is none. */
export function extensionOf(name: string): string {
  const extension = /[^./\\]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return /[a-z]/.test(extension) ? extension : '';
}

/** What an extension promises; without one, or with one of a script, a page is all that can be expected. */
export function kindOfExtension(extension: string): FileKind {
  return extension === '' ? 'pages' : (KIND_OF.get(extension) ?? 'files');
}

/** What a MIME type promises; null where it says too little. */
export function kindOfType(type: string): FileKind | null {
  const name = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (name.startsWith('image/')) return 'images';
  if (name.startsWith('audio/')) return 'audio';
  if (name.startsWith('video/')) return 'video';
  return KIND_OF_TYPE.get(name) ?? null;
}

const KIND_OF_TYPE = new Map<string, FileKind>([
  ['text/html', 'pages'],
  ['application/xhtml+xml', 'pages'],
  ['application/pdf', 'documents'],
  ['application/epub+zip', 'documents'],
  ['application/zip', 'archives'],
  ['application/gzip', 'archives'],
]);

/** The last part of a link's path, decoded; the host where the path is empty. */
export function lastSegment(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, host } = new URL(url);
  const segment = pathname.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return segment === '' ? host : decoded(segment);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
