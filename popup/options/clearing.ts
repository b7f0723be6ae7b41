import { signal } from '@preact/signals';
import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { reasonOf } from '../reason-of.ts';
import { sayCount } from '../say.ts';
import { undoable } from './undoing.ts';

/** Why the history could not be cleared, as a sentence. */
export const clearFault = signal<string | null>(null);

/** Forgets all that has ended; the worker can bring it back for ten minutes. Files stay. */
export async function clearHistory(): Promise<void> {
  try {
    const { changed } = await send('worker', 'clear-history', {});
    clearFault.value = null;
    const text = changed === 0 ? words('options_historyEmpty') : sayCount('options_saidCleared', changed);
    announce(text);
    if (changed > 0) undoable.value = { text, undo: bringBack };
  } catch (fault) {
    clearFault.value = reasonOf(fault);
  }
}

async function bringBack(): Promise<void> {
  try {
    await send('worker', 'undo', {});
  } catch (fault) {
    clearFault.value = reasonOf(fault);
  }
}
