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
  const url = parsed(trimmed, base);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  if (trimmed.includes('#')) url.hash = '';
  const { href } = url;
  return href.length > LONGEST_URL ? null : href;
}

/** Once: to ask whether it can be parsed takes as long as parsing it, and a page has thousands. */
function parsed(address: string, base: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
