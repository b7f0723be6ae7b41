import { noteOf, type PastedLink, type Piece } from './pasted.ts';

/** A checksum of a file that is known by its name only: `sha256sum` and its like write them. */
export interface NamedChecksum {
  readonly file: string;
  readonly checksum: string;
}
export type ListLine = Piece | { readonly named: NamedChecksum };

/** A link that no sentence goes on behind. */
const LINK = /^https?:\/\/\S*[^\s,;.:!?)\]]$/i;
const BY_LENGTH: Readonly<Record<number, string>> = { 64: 'sha-256', 40: 'sha-1', 32: 'md5' };
/** Longest line that is looked at: a list has one file a line. */
const LONGEST = 40_000;

/**
 * Reads a line that has a name or a checksum beside the link, or a checksum beside a name; null for any other line.
 *
 * `<hex>  name`, `<hex> *name` and `SHA256 (name) = hex` are what coreutils and the BSDs write. A link may be where the
 * name is. Behind a link: words in columns (tabs), or one word that is a checksum or a file's name.
 */
export function readListLine(line: string): readonly ListLine[] | null {
  const text = line.trim();
  if (text.length < 10 || text.length > LONGEST) return null;
  return readHexFirst(text) ?? readBsd(text) ?? readLinkFirst(text);
}

function readHexFirst(text: string): readonly ListLine[] | null {
  const found = /^\\?([\da-f]{32,128})(?: [ *]|[ \t]+\*?)(\S.*)$/i.exec(text);
  return found === null ? null : checksumOf(found[2] ?? '', null, found[1] ?? '');
}

function readBsd(text: string): readonly ListLine[] | null {
  const found = /^([a-z][a-z\d-]{1,12}) ?\((.+)\) ?= ?([\da-f]{16,128})$/i.exec(text);
  return found === null ? null : checksumOf(found[2] ?? '', found[1] ?? '', found[3] ?? '');
}

function checksumOf(target: string, algorithm: string | null, hex: string): readonly ListLine[] | null {
  const checksum = checksumText(algorithm, hex);
  const isLink = LINK.test(target);
  if (checksum === null) {
    const note = noteOf('checksum-kind', target);
    return isLink ? [{ link: { url: target } }, note] : [note];
  }
  return isLink ? [{ link: { url: target, checksum } }] : [{ named: { file: target, checksum } }];
}

function readLinkFirst(text: string): readonly ListLine[] | null {
  const url = /^\S+/.exec(text)?.[0] ?? '';
  if (!LINK.test(url) || url.length === text.length) return null;
  const rest = text.slice(url.length);
  const inColumns = rest.startsWith('\t');
  const cells = (inColumns ? rest.split('\t') : rest.trim().split(/\s+/)).map(cell => cell.trim()).filter(Boolean);
  // Words of a sentence are not columns, and where another link stands each is one of its own.
  if (cells.length > 3 || cells.some(cell => /:\/\//.test(cell))) return null;
  const link: { url: string; name?: string; checksum?: string } = { url };
  const others: Piece[] = [];
  for (const cell of cells) {
    const kind = readChecksum(cell);
    if (kind === 'unknown') others.push(noteOf('checksum-kind', cell));
    else if (kind !== null) link.checksum ??= kind;
    else if (link.name === undefined && (inColumns || isFileName(cell))) link.name = cell;
    else if (!inColumns) return null;
  }
  return [{ link: link satisfies PastedLink }, ...others];
}

/** `sha256:…`, `sha-1=…`, or digits alone, of a length that tells their kind; `unknown` for a kind that is not checked. */
function readChecksum(cell: string): string | null {
  const named = /^(md5|sha-?\d{1,3}(?:-\d{3})?)[:=]([\da-f]+)$/i.exec(cell);
  if (named !== null) return checksumText(named[1] ?? '', named[2] ?? '') ?? 'unknown';
  if (/^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i.test(cell)) return checksumText(null, cell);
  return /^[\da-f]{128}$/i.test(cell) ? 'unknown' : null;
}

function checksumText(algorithm: string | null, hex: string): string | null {
  const byLength = BY_LENGTH[hex.length];
  const named = algorithm?.toLowerCase().replace(/^sha-?/, 'sha-');
  if (byLength === undefined || (named !== undefined && named !== byLength)) return null;
  return `${byLength}:${hex.toLowerCase()}`;
}

/** One word that ends as files do, and not as sentences do. */
function isFileName(cell: string): boolean {
  return /^(?!www\.)[^\s/\\:]{1,200}\.[a-z\d]{1,8}$/i.test(cell);
}
