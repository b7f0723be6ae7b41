import { computed, signal } from '@preact/signals';
import { declinedSites, declineSite } from '../src/platform/declined-sites.ts';
import { granted, request, siteOrigins } from '../src/platform/permissions.ts';
import { refusal } from './commands.ts';
import { reasonOf } from './reason-of.ts';
import { loadedItems } from './store.ts';
import { permissionOffer } from './view/permission-offer.ts';

const grantedPatterns = signal<readonly string[]>([]);
const declinedHosts = signal<readonly string[]>([]);
/** Until both lists are read, an offer could be for a site that has its answer already. */
const isKnown = signal(false);

/** The host for which access would help, and of which the user has not said no. */
export const offeredHost = computed(() =>
  isKnown.value ? permissionOffer(loadedItems.value, grantedPatterns.value, declinedHosts.value) : null,
);

export async function readSiteAccess(): Promise<void> {
  [grantedPatterns.value, declinedHosts.value] = await Promise.all([granted(), declinedSites()]);
  isKnown.value = true;
}

/** Must be called within the click: the browser's prompt is refused after an `await`. */
export async function allowSite(host: string): Promise<void> {
  try {
    await request(siteOrigins(host));
    grantedPatterns.value = await granted();
  } catch (fault) {
    refusal.value = reasonOf(fault);
  }
}

export async function declineOffer(host: string): Promise<void> {
  declinedHosts.value = await declineSite(host);
}
