import { parse } from 'content-disposition';

/**
 * The file name in a `Content-Disposition` header, or null where it holds none.
 *
 * `header` has one character a byte, as `Headers.get` gives it. `filename*` (RFC 8187) wins over `filename`; raw UTF-8
 * and percent-encoded UTF-8 in a plain `filename` are decoded, as Chromium does.
 */
export function nameOfDisposition(header: string): string | null {
  // Chromium accepts a header that leaves out the disposition type; the parser would take the name for the type.
  const { parameters } = parse(/^\s*filename\*?\s*=/i.test(header) ? `attachment; ${header}` : header);
  const value = parameters['filename'];
  if (value === undefined) return null;
  // The parser has decoded the extended form into `filename` where there is one.
  const name = parameters['filename*'] === undefined ? decodePercent(decodeUtf8(value)) : value;
  return name.trim() === '' ? null : name;
}

/** Bytes that are valid UTF-8 are taken as such; other text stays Latin-1, as it came. */
function decodeUtf8(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, char => char.charCodeAt(0)));
  } catch {
    return text;
  }
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
