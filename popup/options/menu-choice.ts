import { signal } from '@preact/signals';
import { MENU_ENTRIES, type MenuEntry } from '../../src/core/menu-entry.ts';
import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { reasonOf } from '../reason-of.ts';

/** The entries that the right-click menus go without; null before the settings are read. */
export const menusOff = signal<readonly MenuEntry[] | null>(null);
export const menuFault = signal<string | null>(null);

export async function loadMenuChoice(): Promise<void> {
  await withSettings({});
}

/** Switches an entry on or off, at once. What was clicked meanwhile is waited for. */
export function switchEntry(entry: MenuEntry, isOn: boolean): Promise<void> {
  const off = MENU_ENTRIES.filter(each => (each === entry ? !isOn : menusOff.value?.includes(each)));
  menusOff.value = off;
  line = line.then(async () => {
    await withSettings({ set: { menusOff: off } });
    if (menuFault.value === null) announce(words('options_saved'));
  });
  return line;
}

/** As the worker has them. */
let saved: readonly MenuEntry[] | null = null;

/** One change is answered before the next is sent: the last click is what stays. */
let line: Promise<void> = Promise.resolve();

async function withSettings(ask: { set?: { menusOff: readonly MenuEntry[] } }): Promise<void> {
  try {
    const settings = await send('worker', 'settings', ask);
    menuFault.value = null;
    saved = settings.menusOff;
    menusOff.value ??= saved;
  } catch (fault) {
    menuFault.value = reasonOf(fault);
    menusOff.value = saved;
  }
}
