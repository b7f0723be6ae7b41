/** The addresses that a CSS value names by `url()`, in order (CSS Values 4, section 4.5). */
export function cssAddresses(value: string): string[] {
  const found = [...value.matchAll(FUNCTION)];
  return found.map(([, double, single, bare]) => unescaped(double ?? single ?? bare ?? ''));
}

/** Each part of it can match in one way only, so that it takes no more time than the value has characters. */
const FUNCTION = /url\(\s*(?:"((?:[^"\\\n]|\\[^])*)"|'((?:[^'\\\n]|\\[^])*)'|((?:[^\s"'()\\]|\\[^])+))\s*\)/gi;
const ESCAPE = /\\(?:([\da-f]{1,6})\s?|([^]))/gi;
const LAST_CODE_POINT = 0x10_ff_ff;

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_, hex: string | undefined, itself: string | undefined) => {
    if (hex === undefined) return itself === '\n' ? '' : (itself ?? '');
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > LAST_CODE_POINT ? '\uFFFD' : String.fromCodePoint(code);
  });
}
