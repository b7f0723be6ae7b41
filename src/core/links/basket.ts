import type { FoundLink } from './found-link.ts';

/** Links of a page, of which some may be left out. */
export interface Heap {
  readonly links: readonly FoundLink[];
  readonly leftOut: number;
}

export interface Basket {
  readonly id: string;
  /** Of its content as JSON. */
  readonly bytes: number;
}

/** The baskets that must go so that one of `bytes` finds room among `most`: the oldest, which stand first. */
export function basketsToDrop(
  baskets: readonly Basket[],
  bytes: number,
  most: { readonly count: number; readonly bytes: number },
): readonly Basket[] {
  let count = baskets.length + 1;
  let sum = baskets.reduce((all, basket) => all + basket.bytes, bytes);
  return baskets.filter(basket => {
    if (count <= most.count && sum <= most.bytes) return false;
    count -= 1;
    sum -= basket.bytes;
    return true;
  });
}

/** As many links from the first on as fit `most` bytes of JSON; the others are counted as left out. */
export function fitting<H extends Heap>(heap: H, most: number): H {
  let bytes = 0;
  let kept = 0;
  for (const link of heap.links) {
    bytes += bytesOf(link);
    if (bytes > most) break;
    kept += 1;
  }
  if (kept === heap.links.length) return heap;
  return { ...heap, links: heap.links.slice(0, kept), leftOut: heap.leftOut + heap.links.length - kept };
}

/** Of a value as JSON in UTF-8, with the comma behind it. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length + 1;
}
