import { signal } from '@preact/signals';
import { mayNotify, onGrantsChanged, requestNotifications } from '../../src/platform/permissions.ts';
import { words } from '../../src/platform/words.ts';
import { reasonOf } from '../reason-of.ts';
import { change } from './settings.ts';

type NotifyName = 'notifyDone' | 'notifyFailed';

/** Whether the browser lets us show notifications: without that they are off, whatever the settings say. */
export const isAllowed = signal(false);

/** Why a switch went back, as a sentence. */
export const notifyRefusal = signal<string | null>(null);

export async function readNotifyPermission(): Promise<void> {
  onGrantsChanged(() => void read());
  await read();
}

async function read(): Promise<void> {
  isAllowed.value = await mayNotify();
}

/** Asks the browser where it must be asked. To be called within the click: its prompt is refused after an `await`. */
export async function switchNotifying(name: NotifyName, isOn: boolean): Promise<boolean> {
  notifyRefusal.value = null;
  if (!isOn || isAllowed.value) return change({ [name]: isOn });
  if (!(await ask())) return false;
  // The other switch was seen to be off.
  const other = name === 'notifyDone' ? 'notifyFailed' : 'notifyDone';
  return change({ [name]: true, [other]: false });
}

async function ask(): Promise<boolean> {
  try {
    isAllowed.value = await requestNotifications();
    if (!isAllowed.value) notifyRefusal.value = words('options_notifyRefused');
  } catch (fault) {
    notifyRefusal.value = reasonOf(fault);
  }
  return isAllowed.value;
}
