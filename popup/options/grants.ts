import { computed, signal } from '@preact/signals';
import { declinedSites, offerAgain as forgetDeclined, onDeclinedChanged } from '../../src/platform/declined-sites.ts';
import {
  ALL_SITES,
  held,
  type Held,
  onGrantsChanged,
  request,
  requestPermission,
  revoke,
  revokePermission,
} from '../../src/platform/permissions.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { reasonOf } from '../reason-of.ts';
import { grantedSites } from '../view/granted-sites.ts';
import { visibleName } from '../view/visible-name.ts';

const seen = signal<Held>({ origins: [], optional: [] });
/** Hosts for which the user wants no offer. */
export const declined = signal<readonly string[]>([]);
/** Why the last change was refused, as a sentence. */
export const trouble = signal<string | null>(null);

export const sites = computed(() => grantedSites(seen.value.origins));
export const optional = computed(() => seen.value.optional);

/** Reads what is granted and declined, now and whenever it changes, wherever that is done. */
export async function readGrants(): Promise<void> {
  onGrantsChanged(() => void read());
  onDeclinedChanged(() => void read());
  await read();
}

async function read(): Promise<void> {
  [seen.value, declined.value] = await Promise.all([held(), declinedSites()]);
}

export async function revokeSite(name: string, patterns: readonly string[]): Promise<void> {
  await change(() => revoke(patterns), words('access_saidRevoked', visibleName(name)));
}

export async function offerAgain(host: string): Promise<void> {
  await change(() => forgetDeclined(host), words('access_saidOfferedAgain', visibleName(host)));
}

/** Must be called within the click. */
export async function allowAllSites(): Promise<void> {
  await change(() => request([...ALL_SITES]), words('access_saidAllAllowed'));
}

/** Must be called within the click. */
export async function allow(name: string, title: string): Promise<void> {
  await change(() => requestPermission(name), words('access_saidAllowed', title));
}

export async function takeBack(name: string, title: string): Promise<void> {
  await change(() => revokePermission(name), words('access_saidRevoked', title));
}

/** Who says no to the browser's prompt knows it: nothing is said then. */
async function change(perform: () => Promise<boolean | void>, said: string): Promise<void> {
  try {
    trouble.value = null;
    const isDone = await perform();
    await read();
    if (isDone !== false) announce(said);
  } catch (fault) {
    trouble.value = reasonOf(fault);
  }
}
