/** Longer ones are refused by servers long before. Counted in UTF-16 units. */
const LONGEST_URL = 32 * 1024;

/**
 * The URL that an address of a page stands for, without its fragment; null for what is not of the web or too long to be
 * asked for. '' where nothing is named: an empty address, or a place in the same page.
 */
export function readAddress(address: string, base: string): string | null {
  if (address.length > LONGEST_URL) return null;
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return '';
  if (!URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.hash = '';
  return url.href.length > LONGEST_URL ? null : url.href;
}
