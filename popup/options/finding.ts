import { signal } from '@preact/signals';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { sayCount } from '../say.ts';
import { finds } from '../view/options/finds.ts';

/** The ids of the sections in which the words that are looked for stand; null while nothing is looked for. */
export const found = signal<ReadonlySet<string> | null>(null);

/** Looks in what the sections say, whether they are shown or not. */
export function find(sought: string): void {
  if (sought.trim() === '') {
    found.value = null;
    return;
  }
  const sections = [...document.querySelectorAll('.options-section')];
  const ids = sections.filter(({ textContent }) => finds(textContent ?? '', sought)).map(({ id }) => id);
  found.value = new Set(ids);
  announce(ids.length === 0 ? words('options_noneFound') : sayCount('options_found', ids.length));
}
