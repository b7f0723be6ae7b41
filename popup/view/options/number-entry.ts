/** The number that was typed, or null where it is no whole one of these bounds. */
export function numberEntry(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  const typed = text.trim();
  if (!/^-?\d{1,9}$/.test(typed)) return null;
  const value = Number(typed);
  return value >= least && value <= most ? value : null;
}
