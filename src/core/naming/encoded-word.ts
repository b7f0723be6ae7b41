import { decodeBytes } from './charset.ts';

/** Text of an RFC 2047 encoded word; `broken` for one that begins well and is wrong; null for what is none. */
export type EncodedWord = { readonly text: string } | 'broken' | null;

/**
 * Reads `=?charset?B?…?=` and `=?charset?Q?…?=` as Chromium does (`DecodeWord`, net/http/http_content_disposition.cc).
 *
 * Empty fields count as none at all, and a word that is over too early stands for nothing if it ends in `=`.
 */
export function readEncodedWord(word: string): EncodedWord {
  const [opening, charset = '', encoding, encoded, closing, ...more] = word.split('?').filter(field => field !== '');
  if (opening !== '=') return null;
  if (encoding !== undefined && !/^[bq]$/i.test(encoding)) return null;
  const bytes = encoded === undefined ? '' : bytesOf(encoded, encoding);
  const text = bytes === '' ? '' : bytes && decodeBytes(bytes, charset);
  const isClosed = (closing === undefined || closing === '=') && more.length === 0 && word.endsWith('=');
  return text === null || !isClosed ? 'broken' : { text };
}

/** One character a byte; null where it is not what it says to be. */
function bytesOf(encoded: string, encoding: string | undefined): string | null {
  return encoding?.toLowerCase() === 'b' ? bytesOfBase64(encoded) : bytesOfQ(encoded);
}

function bytesOfQ(encoded: string): string | null {
  if (!/^(?:[!-<>-~]|=[\da-f]{2})*$/i.test(encoded)) return null;
  return encoded
    .replaceAll('_', ' ')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Strict: whole groups of four only, padded, without white space. The core has no `atob`. */
function bytesOfBase64(encoded: string): string | null {
  if (!/^(?:[a-z\d+/]{4})*(?:[a-z\d+/]{2}==|[a-z\d+/]{3}=)?$/i.test(encoded)) return null;
  const bits = [...encoded.replaceAll('=', '')].map(digit => DIGITS.indexOf(digit).toString(2).padStart(6, '0'));
  const bytes = bits.join('').match(/[01]{8}/g) ?? [];
  return bytes.map(byte => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}
