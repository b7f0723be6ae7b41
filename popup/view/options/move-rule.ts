/** The list with the entry of one place at another. Places outside it are taken as its ends. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from];
  if (entry === undefined) return list;
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, entry);
}

/** The place at which a dragged row would stand: above the first of the others whose middle is below the pointer. */
export function placeAt(pointer: number, middles: readonly number[], from: number): number {
  const others = middles.toSpliced(from, 1);
  const place = others.findIndex(middle => pointer < middle);
  return place < 0 ? others.length : place;
}
