/**
 * The addresses of a `srcset`, in order (HTML, "parse a srcset attribute"). A candidate whose descriptors make no sense
 * is left out, as browsers do it. A comma within an address belongs to it: `data:` addresses are full of them.
 */
export function srcsetAddresses(srcset: string): string[] {
  const addresses: string[] = [];
  let place = 0;
  for (;;) {
    place = after(/[\s,]*/y, srcset, place);
    if (place >= srcset.length) return addresses;
    const end = after(/\S+/y, srcset, place);
    const written = srcset.slice(place, end);
    const address = withoutCommas(written);
    place = end;
    if (address === written) {
      const { descriptors, next } = readDescriptors(srcset, end);
      place = next;
      if (areDescriptors(descriptors)) addresses.push(address);
    } else addresses.push(address);
  }
}

/** A pattern that ends in `,+$` would take the square of a long row of commas. */
function withoutCommas(written: string): string {
  let end = written.length;
  while (written.charAt(end - 1) === ',') end -= 1;
  return written.slice(0, end);
}

function after(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex : place;
}

/** Up to the next comma that stands in no parentheses. */
function readDescriptors(srcset: string, from: number): { descriptors: readonly string[]; next: number } {
  let isWithin = false;
  let next = from;
  for (; next < srcset.length; next += 1) {
    const character = srcset.charAt(next);
    if (character === '(') isWithin = true;
    else if (character === ')') isWithin = false;
    else if (character === ',' && !isWithin) break;
  }
  const descriptors = srcset.slice(from, next).split(/\s+/).filter(Boolean);
  return { descriptors, next };
}

/** One width or one density, or a width with a height. */
function areDescriptors(descriptors: readonly string[]): boolean {
  const kinds = descriptors.map(kindOf);
  const count = (kind: string): number => kinds.filter(each => each === kind).length;
  if (kinds.includes(null) || kinds.some(kind => kind !== null && count(kind) > 1)) return false;
  return count('x') === 0 ? count('h') <= count('w') : kinds.length === 1;
}

function kindOf(descriptor: string): 'w' | 'h' | 'x' | null {
  if (/^[1-9]\d*w$/.test(descriptor)) return 'w';
  if (/^[1-9]\d*h$/.test(descriptor)) return 'h';
  return /^\+?(?:\d+|\d*\.\d+)(?:e[+-]?\d+)?x$/i.test(descriptor) ? 'x' : null;
}
