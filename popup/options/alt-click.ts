import { signal } from '@preact/signals';
import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { reasonOf } from '../reason-of.ts';

/** Whether Alt and a click send a link; null before the settings are read. */
export const altClick = signal<boolean | null>(null);
export const altClickFault = signal<string | null>(null);

export async function loadAltClick(): Promise<void> {
  await withSettings({});
}

/** Saved at once; what could not be saved is shown as it was. */
export async function switchAltClick(isOn: boolean): Promise<void> {
  const before = altClick.value;
  altClick.value = isOn;
  await withSettings({ set: { altClick: isOn } });
  if (altClickFault.value === null) announce(words('options_saved'));
  else altClick.value = before;
}

async function withSettings(ask: { set?: { altClick: boolean } }): Promise<void> {
  try {
    altClick.value = (await send('worker', 'settings', ask)).altClick;
    altClickFault.value = null;
  } catch (fault) {
    altClickFault.value = reasonOf(fault);
  }
}
