/** Whose links the chooser shows, as its address says. */
export type Source =
  | { readonly from: 'tabs'; readonly tabs: readonly number[] }
  | { readonly from: 'basket'; readonly basket: string };

/** More tabs than a window has, for all that was ever seen. */
const MOST_TABS = 500;

/** Reads `?tab=1`, `?tabs=1,2,3` or `?basket=ID`; null for anything else. */
export function sourceOf(search: string): Source | null {
  const parameters = new URLSearchParams(search);
  const basket = parameters.get('basket') ?? '';
  if (/^[\w-]{1,100}$/.test(basket)) return { from: 'basket', basket };
  const named = (parameters.get('tab') ?? parameters.get('tabs') ?? '').split(',');
  if (named.length > MOST_TABS || !named.every(tab => /^\d{1,10}$/.test(tab))) return null;
  return { from: 'tabs', tabs: [...new Set(named.map(Number))] };
}
