import { signal } from '@preact/signals';
import { mayNotify, requestNotifications } from '../src/platform/permissions.ts';
import { words } from '../src/platform/words.ts';
import { announce } from './announcer.ts';
import { refusal } from './commands.ts';
import { reasonOf } from './reason-of.ts';

/** Whether the user could be told when a group is done, and has not allowed it yet. */
export const canAskToNotify = signal(false);

export async function readNotifying(): Promise<void> {
  canAskToNotify.value = !(await mayNotify());
}

/** Must be called within the click: the browser's prompt is refused after an `await`. */
export async function askToNotify(): Promise<void> {
  try {
    const isAllowed = await requestNotifications();
    canAskToNotify.value = !isAllowed;
    if (isAllowed) announce(words('popup_saidWillTell'));
  } catch (fault) {
    refusal.value = reasonOf(fault);
  }
}
