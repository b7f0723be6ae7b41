import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { command } from '../commands.ts';
import { sayCount } from '../say.ts';
import { undoKeys } from '../view/undo-keys.ts';
import { dismissToast, showToast } from './toast.ts';

type TakeBack = () => Promise<void>;

/** What takes back what was done last. It outlives the toast that offers it. */
let takeBack: TakeBack | null = null;

/** Says what was done, and offers to take it back where that can be done. */
export function offerUndo(text: string, back: TakeBack | null): void {
  takeBack = back;
  showToast({
    text,
    action: back === null ? null : { label: 'popup_undo', perform: undoLast },
    keys: back === null ? null : words('acts_saidUndoKeys', undoKeys(navigator.userAgent)),
  });
}

/** Takes back what was done last, once; else what the worker has removed last, from whatever page. */
export async function undoLast(): Promise<void> {
  const back = takeBack;
  takeBack = null;
  dismissToast();
  await command(async () => {
    await (back ?? restoreRemoved)();
    return null;
  });
}

/** Brings back what was removed last. */
export async function restoreRemoved(): Promise<void> {
  const { restored } = await send('worker', 'undo', {});
  announce(sayCount('popup_saidRestored', restored));
}
