import { browser } from './browser.ts';

/** The match patterns of the websites that the user has allowed. */
export function granted(): Promise<string[]> {
  known ??= browser.permissions
    .getAll()
    .then(({ origins = [] }) => origins)
    .catch(error => {
      known = null;
      throw error;
    });
  return known;
}

/** The last answer; the browser tells when it is out of date. */
let known: Promise<string[]> | null = null;
for (const changed of [browser.permissions.onAdded, browser.permissions.onRemoved])
  changed.addListener(() => {
    known = null;
  });

/** Shows the browser's prompt. Must be called within a click: the browser refuses it anywhere else. */
export function request(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** The patterns of a website in both of the schemes that the manifest lets us ask for. */
export function siteOrigins(hostname: string): string[] {
  return [`https://${hostname}/*`, `http://${hostname}/*`];
}

/** Tells that the user has granted or taken back hosts. */
export function onGrantsChanged(act: () => void): void {
  browser.permissions.onAdded.addListener(act);
  browser.permissions.onRemoved.addListener(act);
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Shows the browser's prompt. Must be called within a click. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** In `storage.local`. */
const UNASKED = 'notNotifying';

/** Whether the user has not said no to notifications, nor allowed them. */
export async function mayOfferToNotify(): Promise<boolean> {
  const { [UNASKED]: isDeclined } = await browser.storage.local.get(UNASKED);
  return isDeclined !== true && !(await mayNotify());
}

/** The user does not want to be asked again. */
export async function declineToNotify(): Promise<void> {
  await browser.storage.local.set({ [UNASKED]: true });
}

/** Every site in both schemes: all that the manifest lets us ask for. */
export const ALL_SITES: readonly string[] = ['https://*/*', 'http://*/*'];

/** What the user has granted, and may take back or has still to grant: match patterns, and names of permissions. */
export interface Held {
  readonly origins: readonly string[];
  /** The optional permissions of the manifest, and whether each is granted. */
  readonly optional: readonly { readonly name: string; readonly isGranted: boolean }[];
}

export async function held(): Promise<Held> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  const names: readonly string[] = permissions;
  return { origins, optional: optional.map(name => ({ name, isGranted: names.includes(name) })) };
}

/** Takes grants back. Rejects for what was granted with the installation. */
export async function revoke(origins: readonly string[]): Promise<void> {
  await browser.permissions.remove({ origins: [...origins] });
}

/** Shows the browser's prompt for an optional permission. Must be called within a click. */
export function requestPermission(name: string): Promise<boolean> {
  return browser.permissions.request({ permissions: [name as Optional] });
}

export async function revokePermission(name: string): Promise<void> {
  await browser.permissions.remove({ permissions: [name as Optional] });
}

/** Names come from the manifest, which knows more than the polyfill's types. */
type Optional = NonNullable<Parameters<typeof browser.permissions.request>[0]['permissions']>[number];
/** To name the tabs of other sites than the granted ones. Shows the browser's prompt; must be called within a click. */
export function requestTabs(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['tabs'] });
}

/** Gives back what `requestTabs` got. False where there is nothing to give back, or it cannot be. */
export function dropTabs(): Promise<boolean> {
  return browser.permissions.remove({ permissions: ['tabs'] }).catch(() => false);
}
