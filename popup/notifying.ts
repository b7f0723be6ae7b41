import { computed, signal } from '@preact/signals';
import { declineToNotify, mayOfferToNotify, requestNotifications } from '../src/platform/permissions.ts';
import { words } from '../src/platform/words.ts';
import { announce } from './announcer.ts';
import { refusal } from './commands.ts';
import { reasonOf } from './reason-of.ts';
import { summary, tracks } from './store.ts';
import { isWorthTelling } from './view/worth-telling.ts';

/** The user could be told when all is done, and has not said what they think of it. */
const isOpen = signal(false);
/** Once it was made it stays until it is answered: a button must not go while somebody reaches for it. */
const isMade = signal(false);

export const offersToNotify = computed(() => {
  const counts = summary.value?.counts;
  return isOpen.value && (isMade.value || (counts !== undefined && isWorthTelling(tracks.value, counts)));
});

export async function readNotifying(): Promise<void> {
  isOpen.value = await mayOfferToNotify();
  offersToNotify.subscribe(offers => {
    if (offers) isMade.value = true;
  });
}

/** Must be called within the click: the browser's prompt is refused after an `await`. */
export async function askToNotify(): Promise<void> {
  try {
    const isAllowed = await requestNotifications();
    isOpen.value = !isAllowed;
    if (isAllowed) announce(words('popup_saidWillTell'));
  } catch (fault) {
    refusal.value = reasonOf(fault);
  }
}

export async function neverNotify(): Promise<void> {
  isOpen.value = false;
  await declineToNotify();
}
