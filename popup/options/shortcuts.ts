import { signal } from '@preact/signals';
import { readShortcuts, type Shortcut } from '../../src/platform/shortcuts.ts';

/** As the browser told them last; null before that. */
export const shortcuts = signal<readonly Shortcut[] | null>(null);

/** To be called again whenever the page is shown: the user changes the keys on a page of the browser. */
export async function loadShortcuts(): Promise<void> {
  shortcuts.value = await readShortcuts();
}
