import type { FoundLink } from './found-link.ts';

/** More links than this are counted, not read. */
const MOST_LINKS = 20_000;
/** UTF-16 units of all that is kept: an answer of more than 64 MiB is dropped by the browser. */
const MOST_CHARACTERS = 8_000_000;

/** What was read in one document, or in several that are joined. */
export interface Collected {
  readonly links: readonly FoundLink[];
  /** Links beyond the cap. */
  readonly leftOut: number;
  /** Addresses that are not of the web, or too long. */
  readonly unusable: number;
  /** Frames that are within, whether they could be read or not. */
  readonly frames: number;
}

/** Takes each URL once, from whoever shows it first, and no more of them than a person could look through. */
export interface Collection {
  add(link: FoundLink): void;
  readonly links: readonly FoundLink[];
  readonly leftOut: number;
}

export function createCollection(): Collection {
  const found = new Map<string, FoundLink>();
  let characters = 0;
  let leftOut = 0;
  return {
    add(link) {
      const known = found.get(link.url);
      if (known !== undefined) {
        // The picture in a gallery is shown first, and named by the link around it.
        if (known.text === '' && link.text !== '') found.set(link.url, { ...known, text: link.text });
        return;
      }
      const length = link.url.length + link.text.length + link.page.length;
      if (found.size >= MOST_LINKS || characters + length > MOST_CHARACTERS) {
        leftOut += 1;
        return;
      }
      characters += length;
      found.set(link.url, link);
    },
    get links() {
      return [...found.values()];
    },
    get leftOut() {
      return leftOut;
    },
  };
}

/** The documents of a page as one; what several of them show belongs to the first. */
export function joinCollected(parts: readonly Collected[]): Collected {
  const collection = createCollection();
  for (const part of parts) part.links.forEach(collection.add);
  const sum = (of: (part: Collected) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    links: collection.links,
    leftOut: collection.leftOut + sum(part => part.leftOut),
    unusable: sum(part => part.unusable),
    frames: sum(part => part.frames),
  };
}
