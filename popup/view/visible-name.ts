/**
 * Control characters, marks that turn the writing direction round and characters without a width: a name could hide
 * what it is behind them. The two joiners stay: Persian, Hindi and emoji need them.
 */
const HIDDEN = /[\p{Cc}\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** A name or an address with what cannot be seen made visible. */
export function visibleName(name: string): string {
  return name.replace(HIDDEN, '\uFFFD');
}

/** A long name in two parts, of which the second, with the extension, must not be cut off. */
export function nameParts(name: string): readonly [head: string, tail: string] {
  const characters = Array.from(name);
  if (characters.length < 24) return [name, ''];
  const extension = /\.(?:tar\.)?[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? '';
  const length = Math.min(extension.length + 6, 16);
  return [characters.slice(0, -length).join(''), characters.slice(-length).join('')];
}

/** The host of an address, without `www.`; the address itself where it is none. */
export function hostText(url: string): string {
  if (!URL.canParse(url)) return url;
  return new URL(url).host.replace(/^www\./, '');
}
