/** The tab that an address of the chooser names (`?tab=123`), or null. */
export function tabOf(search: string): number | null {
  const named = new URLSearchParams(search).get('tab') ?? '';
  return /^\d{1,10}$/.test(named) ? Number(named) : null;
}
