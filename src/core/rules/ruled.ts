import type { Ruled } from '../queue/place.ts';
import type { Rule } from './rule.ts';

/** What an item keeps of the rule that it has met. */
export function ruledOf({ id, title, then }: Rule): Ruled {
  const { folder, mask, carrier, conflict } = then;
  return { rule: id, title, folder, mask, carrier, conflict };
}
