/**
 * The entry that a key leads to in an open menu, or null for a key that leads nowhere. The arrow keys go round; a letter
 * leads to the next entry that begins with it.
 */
export function entryByKey(key: string, current: number, labels: readonly string[]): number | null {
  const count = labels.length;
  if (count === 0) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return Array.from(key).length === 1 ? byLetter(key, current, labels) : null;
}

function byLetter(letter: string, current: number, labels: readonly string[]): number | null {
  const small = letter.toLocaleLowerCase();
  const after = labels.map((_, index) => (current + 1 + index) % labels.length);
  return after.find(index => labels[index]?.toLocaleLowerCase().startsWith(small) === true) ?? null;
}
