import { signal } from '@preact/signals';
import type { Settings } from '../../src/core/settings.ts';
import { send } from '../../src/messages/send.ts';
import { onSettingsChange } from '../../src/platform/settings-store.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { reasonOf } from '../reason-of.ts';

/** As the page shows them: what was just changed already, and as the worker has them again where it refuses. */
export const settings = signal<Settings | null>(null);

/** Why the last change of a setting was refused, as a sentence; the key is empty where nothing could be read. */
export const settingFault = signal<{ readonly key: keyof Settings | ''; readonly text: string } | null>(null);

/** Reads the settings, now and whenever they change, wherever that is done. */
export async function loadSettings(): Promise<void> {
  onSettingsChange(changed => {
    if (waiting === 0) settings.value = saved = changed;
  });
  await ask({}, '');
}

/**
 * Saves at once, and answers whether it was accepted. One change is answered before the next is sent, so that the last
 * click is what stays.
 */
export function change(set: Partial<Settings>): Promise<boolean> {
  const [key = ''] = Object.keys(set) as (keyof Settings)[];
  if (settings.value !== null) settings.value = { ...settings.value, ...set };
  waiting += 1;
  const outcome = line.then(() => ask({ set }, key));
  line = outcome.then(isSaved => {
    waiting -= 1;
    if (isSaved) announce(words('options_saved'));
  });
  return outcome;
}

/** As the worker has them. */
let saved: Settings | null = null;

/** Changes that have no answer yet. */
let waiting = 0;
let line: Promise<void> = Promise.resolve();

async function ask(message: { set?: Partial<Settings> }, key: keyof Settings | ''): Promise<boolean> {
  try {
    saved = await send('worker', 'settings', message);
    const fault = settingFault.value;
    if (fault?.key === key || fault?.key === '') settingFault.value = null;
    if (waiting <= 1) settings.value = saved;
    return true;
  } catch (fault) {
    settingFault.value = { key, text: reasonOf(fault) };
    settings.value = saved;
    return false;
  }
}
