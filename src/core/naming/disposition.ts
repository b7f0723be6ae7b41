import { decodeBytes, decodeUnnamed, isAscii, isByteString, unescapePercent, USUAL_CHARSET } from './charset.ts';
import { parametersOf } from './disposition-parameters.ts';
import { readEncodedWord } from './encoded-word.ts';

/**
 * The file name in a `Content-Disposition` header, or null where it holds none. It is not safe yet.
 *
 * `header` has one character a byte, as `Headers.get` gives it; `charset` is that of the page with the link, for bytes
 * that are not UTF-8. The answer is Chromium's (net/http/http_content_disposition.cc), which differs from RFC 6266 where
 * servers do: a plain `filename` may be percent-encoded, in encoded words, in raw UTF-8, unquoted with spaces. One that
 * cannot be read counts as none, and the next of its kind is tried; `filename*` (RFC 8187) wins wherever it stands.
 */
export function nameOfDisposition(header: string, charset: string = USUAL_CHARSET): string | null {
  const parameters = parametersOf(header);
  const extended = parameters.filter(({ name }) => name === 'filename*').map(({ raw }) => extendedName(raw));
  const plain = parameters.filter(({ name }) => name === 'filename').map(({ value }) => plainName(value, charset));
  return [...extended, ...plain].find(name => name !== null && name.trim() !== '') ?? null;
}

/** `charset'language'value`: only with a charset, only ASCII, never in quotes. Chromium gives it in NFC. */
function extendedName(raw: string): string | null {
  const [charset = '', language, value = '', ...more] = raw.split("'");
  if (charset === '' || language === undefined || more.length > 0) return null;
  if (raw.includes('"') || !isAscii(value)) return null;
  return decodeBytes(unescapePercent(value), charset)?.normalize('NFC') ?? null;
}

/**
 * Word by word: each has its own encoding, and one that cannot be read makes the whole unreadable. White space stays
 * as a space, but for that before, between and after encoded words, which only parts them.
 */
function plainName(value: string, charset: string): string | null {
  let name = '';
  let isEncoded = true;
  for (const word of value.split(/([ \t\r\n])/)) {
    if (/^[ \t\r\n]$/.test(word)) name += isEncoded ? '' : ' ';
    if (/^[ \t\r\n]?$/.test(word)) continue;
    const encoded = isAscii(word) ? readEncodedWord(word) : null;
    isEncoded = encoded !== null;
    const text = encoded === null ? plainWord(word, charset) : encoded;
    if (text === null || text === 'broken') return null;
    name += typeof text === 'string' ? text : text.text;
  }
  return name;
}

/** Percent-encoded only where it is ASCII, as Chromium has it, and then UTF-8 or nothing. */
function plainWord(word: string, charset: string): string | null {
  if (isAscii(word)) return decodeBytes(unescapePercent(word), 'utf-8');
  return isByteString(word) ? decodeUnnamed(word, charset) : word;
}
