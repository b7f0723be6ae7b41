/** What Chromium takes bytes for whose charset nobody names and that are not UTF-8 (Chromium 156, measured on Linux). */
export const USUAL_CHARSET = 'windows-1252';

/**
 * The text of bytes, given as one character a byte, or null where they are not valid in the charset.
 *
 * Null as well for a charset that the browser does not know. As everywhere on the web, `iso-8859-1` is windows-1252.
 */
export function decodeBytes(bytes: string, charset: string): string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    const text = decoder.decode(Uint8Array.from(bytes, byte => byte.charCodeAt(0)));
    return decoder.encoding === 'windows-1252' ? withoutC1(text) : text;
  } catch {
    return null;
  }
}

/** Bytes 0x80 to 0x9f in windows-1252, by the Encoding Standard. */
const C1_OF_WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes windows-1252 as Latin-1 and leaves control characters there; browsers leave nothing to do. */
function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, char => C1_OF_WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

/** Text of unknown charset: UTF-8 where it is valid, else in `charset` where it is valid, else as it came. */
export function decodeUnnamed(bytes: string, charset: string): string {
  return decodeBytes(bytes, 'utf-8') ?? decodeBytes(bytes, charset) ?? bytes;
}

/** `%41` becomes the byte that it stands for; a `%` that stands for none stays. */
export function unescapePercent(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text);
}

/** Whether each character can stand for a byte. Headers read through `Headers.get` are so, those of a test may not be. */
export function isByteString(text: string): boolean {
  return !/[^\u0000-\u00ff]/.test(text);
}
