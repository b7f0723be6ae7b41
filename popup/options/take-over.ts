import { signal } from '@preact/signals';
import { isGranted } from '../../src/core/links/origin-patterns.ts';
import type { TakeOverSettings } from '../../src/core/take-over/take-over-settings.ts';
import { ALL_SITES, granted, onGrantsChanged, request } from '../../src/platform/permissions.ts';
import { words } from '../../src/platform/words.ts';
import { patternsOf, typedSite } from '../view/options/typed-site.ts';
import { visibleName } from '../view/visible-name.ts';
import { reasonOf } from '../reason-of.ts';
import { change, settings } from './settings.ts';
import { changeWithUndo } from './undoing.ts';

export const takeOverFault = signal<string | null>(null);
const grants = signal<readonly string[]>([]);

/** Reads what is granted, now and whenever it changes, wherever that is done. */
export async function readTakeOverGrants(): Promise<void> {
  const read = async (): Promise<void> => void (grants.value = await granted());
  onGrantsChanged(() => void read());
  await read();
}

export function isAllowed(site: string): boolean {
  return isGranted(`https://${site}/`, grants.value);
}

/** Adds a site and asks the browser for access to it, within the click. A “no” leaves the site in the list, to be asked for again. */
export async function addSite(typed: string): Promise<boolean> {
  const site = typedSite(typed);
  if (site === null) {
    takeOverFault.value = words('rules_badSite', visibleName(typed.trim()));
    return false;
  }
  const asked = isAllowed(site) ? null : allowAccess(patternsOf(site));
  const isSaved = await set(now => ({ sites: [...new Set([...now.sites, site])] }));
  await asked;
  return isSaved;
}

/** It can be undone. */
export function removeSite(site: string): Promise<boolean> {
  const without = (now: TakeOverSettings): Partial<TakeOverSettings> => ({
    sites: now.sites.filter(each => each !== site),
  });
  return set(without, all => changeWithUndo(all, words('rules_saidSiteRemoved', visibleName(site))));
}

/** Must be called within the click. */
export function allowTakeOver(site: string): Promise<void> {
  return allowAccess(patternsOf(site));
}

/** `*` beside the sites, which stay in the list. Must be called within the click. */
export async function switchEverySite(isOn: boolean): Promise<void> {
  const asked = isOn && !ALL_SITES.every(each => grants.value.includes(each)) ? allowAccess(ALL_SITES) : null;
  await set(({ sites }) => ({ sites: isOn ? [...sites, '*'] : sites.filter(site => site !== '*') }));
  await asked;
}

export function setTakeOver(part: Partial<TakeOverSettings>): Promise<boolean> {
  return set(() => part);
}

/** One after the other, each with what the one before it has left. */
function set(part: (now: TakeOverSettings) => Partial<TakeOverSettings>, save = change): Promise<boolean> {
  takeOverFault.value = null;
  const done = line.then(async () => {
    const now = settings.value?.takeOver;
    return now !== undefined && save({ takeOver: { ...now, ...part(now) } });
  });
  line = done;
  return done;
}

let line: Promise<unknown> = Promise.resolve();

async function allowAccess(patterns: readonly string[]): Promise<void> {
  try {
    await request([...patterns]);
    grants.value = await granted();
  } catch (fault) {
    takeOverFault.value = reasonOf(fault);
  }
}
