import { signal } from '@preact/signals';
import type { WordKey } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';

/** What the foot of the page says for a while, and the one thing that can be done about it. */
export interface Toast {
  readonly text: string;
  readonly action: { readonly label: WordKey; readonly perform: () => Promise<void> | void } | null;
  /** The keys that do the same, for screen readers. */
  readonly keys: string | null;
}

export const toast = signal<Toast | null>(null);

/** Says it to the eye and to the ear. */
export function showToast(said: Toast): void {
  toast.value = said;
  announce(said.keys === null ? said.text : `${said.text}. ${said.keys}`);
}

export function dismissToast(): void {
  toast.value = null;
}
