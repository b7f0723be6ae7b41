/**
 * The known word that was probably meant, or null. Short words must be nearly right: a letter is near to every other.
 *
 * The first of those that are equally near; capitals do not count.
 */
export function nearest(typed: string, known: readonly string[]): string | null {
  const word = typed.toLowerCase();
  let most = word.length < 3 ? 0 : word.length < 5 ? 1 : 2;
  let found: string | null = null;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const mistakes = mistakesBetween(word, candidate);
    if (mistakes > most) continue;
    found = candidate;
    // The next one must be nearer.
    most = mistakes - 1;
  }
  return found;
}

/** How many letters are added, left out, changed, or swapped with their neighbour (optimal string alignment). */
function mistakesBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
