/**
 * Whether the whole text fits a glob: `*` is any run of characters, `?` is any one, everything else is itself.
 *
 * No regular expression: a star that has swallowed too little takes one character more, and an earlier star is never
 * tried again, for the later one can make up for it. So it ends within glob × text steps, whatever they are.
 */
export function matchesGlob(glob: string, text: string): boolean {
  let inGlob = 0;
  let inText = 0;
  let star = -1;
  let swallowed = 0;
  while (inText < text.length) {
    const wanted = glob[inGlob];
    if (wanted === '*') {
      star = inGlob;
      swallowed = inText;
      inGlob += 1;
    } else if (wanted !== undefined && (wanted === '?' || wanted === text[inText])) {
      inGlob += 1;
      inText += 1;
    } else if (star >= 0) {
      swallowed += 1;
      inText = swallowed;
      inGlob = star + 1;
    } else {
      return false;
    }
  }
  while (glob[inGlob] === '*') inGlob += 1;
  return inGlob === glob.length;
}

export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}
