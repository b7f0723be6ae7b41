import { computed, signal } from '@preact/signals';
import { dropTabs, granted, request, requestTabs, siteOrigins } from '../src/platform/permissions.ts';
import { type WindowTab, windowTabs } from '../src/platform/window-tabs.ts';
import { reasonOf } from './reason-of.ts';
import { canChoose, firstChoice, hostsToAsk, type TabRow, tabRows } from './view/tab-choice.ts';

const tabs = signal<readonly WindowTab[]>([]);
const open = signal<ReadonlySet<number>>(new Set());
const grants = signal<readonly string[]>([]);

export const isListed = signal(false);
export const rows = computed(() => tabRows(tabs.value, open.value, grants.value));
export const chosen = signal<ReadonlySet<number>>(new Set());
/** The hosts that the browser will be asked about. */
export const asked = computed(() => hostsToAsk(rows.value, chosen.value));
/** The tabs that were left out when the user said no. */
export const leftOut = signal<readonly TabRow[]>([]);
export const trouble = signal<string | null>(null);

let highlighted: readonly number[] = [];

/** Lists the tabs with what is known of them without any further permission. */
export async function listTabs(wanted: readonly number[]): Promise<void> {
  highlighted = wanted;
  await attempt(async () => {
    // An earlier page may have died before it gave it back.
    await dropTabs();
    [tabs.value, grants.value] = await Promise.all([windowTabs(), granted()]);
    open.value = new Set(tabs.value.flatMap(({ id, url }) => (url === null ? [] : id)));
    chosen.value = firstChoice(rows.value, highlighted);
    isListed.value = true;
  });
}

/** Asks to see the names of all tabs, for this one look. Must be called within the click. */
export async function nameTabs(): Promise<void> {
  await attempt(async () => {
    if (!(await requestTabs())) return;
    const unnamed = new Set(rows.value.filter(({ state }) => state === 'unnamed').map(({ id }) => id));
    try {
      tabs.value = await windowTabs();
    } finally {
      await dropTabs();
    }
    const fresh = rows.value.filter(({ id }) => unnamed.has(id));
    chosen.value = new Set([...chosen.value, ...firstChoice(fresh, highlighted)]);
  });
}

export function toggleTab(id: number): void {
  const next = new Set(chosen.value);
  if (!next.delete(id)) next.add(id);
  chosen.value = next;
}

export function toggleAll(isOn: boolean): void {
  chosen.value = new Set(isOn ? rows.value.filter(canChoose).map(({ id }) => id) : []);
}

/**
 * Asks for the sites of the chosen tabs, all in one, and answers the tabs whose links are to be chosen. None where the
 * user said no: then what can be read all the same is chosen, and the rest is told. Must be called within the click.
 */
export async function allowChosen(): Promise<readonly number[]> {
  const wanted = rows.value.filter(({ id }) => chosen.value.has(id));
  if (asked.value.length === 0) return wanted.map(({ id }) => id);
  const answer = request(asked.value.flatMap(siteOrigins));
  let isAllowed = false;
  await attempt(async () => {
    isAllowed = await answer;
    grants.value = await granted();
  });
  if (isAllowed) return wanted.map(({ id }) => id);
  const now = rows.value.filter(({ id }) => chosen.value.has(id));
  leftOut.value = now.filter(({ state }) => state !== 'readable');
  chosen.value = new Set(now.filter(({ state }) => state === 'readable').map(({ id }) => id));
  return [];
}

async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    trouble.value = null;
    await act();
  } catch (fault) {
    trouble.value = reasonOf(fault);
  }
}
