import { computed, signal } from '@preact/signals';
import { parseLinks } from '../src/core/links/parse-links.ts';
import { words } from '../src/platform/words.ts';
import { announce } from './announcer.ts';
import { sayCount } from './say.ts';
import { type Sent, sendLinks } from './send-links.ts';
import { lookAgain } from './store.ts';

/** What the box for links holds, and what came of it. */
export const text = signal('');
export const error = signal<string | null>(null);
export const sent = signal<Sent | null>(null);
export const isSending = signal(false);
export const links = computed(() => parseLinks(text.value));

export function write(next: string): void {
  text.value = next;
  error.value = null;
}

/** Sends the links in the box, or says that there are none. */
export async function submit(): Promise<void> {
  if (links.value.length > 0) await add(links.value, false);
  else if (text.value.trim() !== '') error.value = words('popup_addNoLinks');
}

/** Sends links; what was not taken stays in the box. `again` takes those too that are known already. */
export async function add(urls: readonly string[], again: boolean): Promise<void> {
  if (isSending.value) return;
  isSending.value = true;
  error.value = null;
  const answer = await sendLinks(
    urls.map(url => ({ url })),
    { again },
  );
  isSending.value = false;
  if (answer.count > 0) {
    sent.value = answer;
    announce(answer.isHeld ? `${resultText(answer)}. ${heldText(answer)}` : resultText(answer));
  }
  if (answer.error !== null) keepUnsent(urls.slice(answer.count), answer.count > 0, answer.error);
  else if (answer.ids.length > 0 || again) text.value = '';
  await lookAgain();
}

function keepUnsent(unsent: readonly string[], someWereSent: boolean, reason: string): void {
  error.value = someWereSent ? words('popup_unsent', reason) : reason;
  if (someWereSent) text.value = unsent.join('\n');
}

/** "3 added, 1 skipped". */
export function resultText({ ids, skipped }: Sent): string {
  const added = ids.length === 0 ? words('popup_addedNothing') : sayCount('popup_added', ids.length);
  if (skipped.length === 0) return added;
  const parts = [added, sayCount('popup_skipped', skipped.length)];
  return new Intl.ListFormat(words('popup_language'), { type: 'unit' }).format(parts);
}

/** That what was added waits, because everything is paused. */
export function heldText({ ids }: Sent): string {
  return sayCount('popup_addedHeld', ids.length);
}
