import { computed, signal } from '@preact/signals';
import type { Settlement } from '../src/core/queue/settling.ts';
import type { ControlAction } from '../src/messages/protocol.ts';
import { send } from '../src/messages/send.ts';
import { type WordKey, words } from '../src/platform/words.ts';
import { announce } from './announcer.ts';
import { reasonOf } from './reason-of.ts';
import { sayCount } from './say.ts';
import { lookAgain, removals, summary } from './store.ts';
import { undoKeys } from './view/undo-keys.ts';

/** Why the last command was refused, as a sentence. */
export const refusal = signal<string | null>(null);

/** The removal that the user does not want to hear of any more. It has no name: its size, and no other one since. */
const waived = signal<{ readonly size: number; readonly removals: number } | null>(null);

/** How many items can be brought back, as long as the user has not waved the offer away. */
export const restorable = computed(() => {
  const removed = summary.value?.removed ?? 0;
  const isWaived = waived.value?.size === removed && waived.value.removals === removals.value;
  return isWaived ? 0 : removed;
});

/** Does something to some items, and shows what came of it. */
export async function control(ids: string[], action: ControlAction): Promise<void> {
  await command(async () => {
    const { changed, refused } = await send('worker', 'control', { ids, action });
    if (action === 'remove') sayRemoved(changed);
    return refused[0]?.reason ?? null;
  });
}

const SETTLED_WORDS = {
  rename: 'clash_saidRename',
  overwrite: 'clash_saidOverwrite',
  skip: 'clash_saidSkip',
} as const satisfies Record<Settlement, WordKey>;

/** Answers what becomes of two files of one name. */
export async function settle(id: string, conflict: Settlement): Promise<void> {
  await command(async () => {
    const { refused } = await send('worker', 'control', { ids: [id], action: 'settle', conflict });
    if (refused.length === 0) announce(words(SETTLED_WORDS[conflict]));
    return refused[0]?.reason ?? null;
  });
}

/** Does something to all items of a group. Those for which it makes no sense are passed over, unless that is all. */
export async function controlGroup(group: string, action: ControlAction): Promise<void> {
  await command(async () => {
    const { changed, refused } = await send('worker', 'control', { group, action });
    if (action === 'remove') sayRemoved(changed);
    return changed > 0 ? null : (refused[0]?.reason ?? null);
  });
}

/** Holds the whole queue, or lets it go on. */
export async function controlAll(action: 'pause' | 'resume'): Promise<void> {
  await command(async () => {
    await send('worker', 'control', { ids: 'all', action });
    announce(words(action === 'pause' ? 'popup_held' : 'popup_saidResumed'));
    return null;
  });
}

export async function clearFinished(): Promise<void> {
  await command(async () => {
    const { changed, refused } = await send('worker', 'clear-finished', {});
    sayRemoved(changed);
    return refused[0]?.reason ?? null;
  });
}

/** Brings back what was removed last. */
export async function undo(): Promise<void> {
  await command(async () => {
    const { restored } = await send('worker', 'undo', {});
    announce(sayCount('popup_saidRestored', restored));
    return null;
  });
}

/** Takes the offer to undo away, until something else is removed. */
export function waiveUndo(): void {
  waived.value = { size: restorable.value, removals: removals.value };
}

export async function dismissNotice(): Promise<void> {
  await command(async () => {
    await send('worker', 'dismiss-notice', {});
    return null;
  });
}

function sayRemoved(count: number): void {
  announce(sayCount('popup_saidRemoved', count, undoKeys(navigator.userAgent)));
}

/** Does what the user wants, shows why it was refused, and looks what came of it. Never rejects. */
export async function command(perform: () => Promise<string | null>): Promise<void> {
  try {
    refusal.value = await perform();
  } catch (fault) {
    refusal.value = reasonOf(fault);
  }
  await lookAgain();
}
