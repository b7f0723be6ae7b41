import { signal } from '@preact/signals';
import type { Settings } from '../../src/core/settings.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { change, settings } from './settings.ts';

/** What was done last and can be undone: a sentence, and how. */
export const undoable = signal<{ readonly text: string; readonly undo: () => Promise<unknown> } | null>(null);

/** Changes several settings at once, and offers to take that back. */
export async function changeWithUndo(set: Partial<Settings>, text: string): Promise<boolean> {
  const before = settings.value;
  if (before === null || !(await change(set))) return false;
  const keys = Object.keys(set) as (keyof Settings)[];
  const old = Object.fromEntries(keys.map(key => [key, before[key]]));
  undoable.value = { text, undo: () => change(old) };
  announce(text);
  return true;
}

export async function undoLast(): Promise<void> {
  const last = undoable.value;
  undoable.value = null;
  await last?.undo();
  announce(words('options_undone'));
}
