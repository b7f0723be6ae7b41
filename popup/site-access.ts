import { computed, signal } from '@preact/signals';
import { declinedSites, declineSite, onDeclinedChanged } from '../src/platform/declined-sites.ts';
import { granted, onGrantsChanged, request, siteOrigins } from '../src/platform/permissions.ts';
import { words } from '../src/platform/words.ts';
import { announce } from './announcer.ts';
import { control, refusal } from './commands.ts';
import { reasonOf } from './reason-of.ts';
import { loadedItems, lookAgain } from './store.ts';
import { permissionOffer } from './view/permission-offer.ts';

/** Match patterns of the hosts that are granted. */
export const grantedPatterns = signal<readonly string[]>([]);
const declinedHosts = signal<readonly string[]>([]);
/** Until both lists are read, an offer could be for a site that has its answer already. */
const isKnown = signal(false);

/** The host for which access would help, what for, and of which the user has not said no. */
export const offer = computed(() =>
  isKnown.value ? permissionOffer(loadedItems.value, grantedPatterns.value, declinedHosts.value) : null,
);

/** Reads what is granted and declined, now and whenever it changes, wherever that is done. */
export async function readSiteAccess(): Promise<void> {
  const read = async (): Promise<void> => {
    [grantedPatterns.value, declinedHosts.value] = await Promise.all([granted(), declinedSites()]);
    isKnown.value = true;
  };
  onGrantsChanged(() => void read());
  onDeclinedChanged(() => void read());
  await read();
}

/**
 * Answers whether the user has allowed it. Must be called within the click: the browser's prompt is refused after an
 * `await`.
 */
export async function allowSite(host: string): Promise<boolean> {
  try {
    const isAllowed = await request(siteOrigins(host));
    if (isAllowed) announce(words('access_saidAllowed', host));
    await lookAgain();
    return isAllowed;
  } catch (fault) {
    refusal.value = reasonOf(fault);
    return false;
  }
}

/** A download that waits for access does without. */
export async function goWithout(id: string): Promise<void> {
  await control([id], 'go-without');
}

export async function declineOffer(host: string): Promise<void> {
  await declineSite(host);
}
