import { signal } from '@preact/signals';
import type { ListedItem } from '../../src/messages/listing.ts';
import type { ControlAction } from '../../src/messages/protocol.ts';
import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { command, refusal } from '../commands.ts';
import { openFile, showFile } from '../files.ts';
import { reasonOf } from '../reason-of.ts';
import { sayCount } from '../say.ts';
import type { Stem } from '../view/sentence.ts';
import type { Act } from '../view/manager/acts-for.ts';
import { chosenIds, chosenLines, readItems } from './chosen-items.ts';
import { deleteAsked } from './delete-asked.ts';
import { move } from './moving.ts';
import { offerUndo, restoreRemoved } from './undoing.ts';
import { listed } from './watching.ts';

/** Whether the list of the keys is open. */
export const showsKeys = signal(false);

/** Does something to all that is selected. Never rejects: the page shows why something was refused. */
export async function perform(act: Act): Promise<void> {
  switch (act) {
    case 'pause':
      return turn('pause', 'resume', 'acts_saidPaused');
    case 'resume':
      return turn('resume', 'pause', 'acts_saidResumed');
    case 'retry':
    case 'again':
      return turn('retry', null, 'acts_saidRetried');
    case 'start-now':
      return startNow();
    case 'remove':
      return remove();
    case 'remove-finished':
      return removeFinished();
    case 'copy-links':
      return copyLinks();
    case 'top':
    case 'up':
    case 'down':
    case 'bottom':
      return move(act);
    case 'open':
    case 'show':
    case 'delete-file':
      return ofFile(act);
    case 'help':
      showsKeys.value = true;
  }
}

/** Those for which it makes no sense are passed over, unless that is all. Its opposite takes back what it did. */
async function turn(action: ControlAction, opposite: ControlAction | null, said: Stem): Promise<void> {
  await command(async () => {
    const ids = await chosenIds();
    const { changed, refused } = await send('worker', 'control', { ids, action });
    if (changed === 0) return refused[0]?.reason ?? null;
    const passed = new Set(refused.map(({ id }) => id));
    const turned = ids.filter(id => !passed.has(id));
    const back = opposite === null ? null : () => control(turned, opposite);
    offerUndo(sayCount(said, changed), back);
    return null;
  });
}

async function control(ids: string[], action: ControlAction): Promise<void> {
  await send('worker', 'control', { ids, action });
}

/** To the head of the queue, whatever they wait for; the worker starts them as soon as there is room. */
async function startNow(): Promise<void> {
  await command(async () => {
    const ids = await chosenIds();
    await control(ids, 'top');
    const items = await readItems(ids);
    const inState = (status: string): string[] => items.filter(item => item.status === status).map(({ id }) => id);
    const [paused, waiting] = [inState('paused'), inState('waiting')];
    if (paused.length > 0) await control(paused, 'resume');
    if (waiting.length > 0) await control(waiting, 'retry');
    offerUndo(sayCount('acts_saidStarted', ids.length), null);
    return null;
  });
}

async function remove(): Promise<void> {
  await command(async () => {
    const { changed, refused } = await send('worker', 'control', { ids: await chosenIds(), action: 'remove' });
    if (changed > 0) offerRestoring(changed);
    return refused[0]?.reason ?? null;
  });
}

async function removeFinished(): Promise<void> {
  await command(async () => {
    const { changed, refused } = await send('worker', 'clear-finished', {});
    if (changed === 0 && refused.length === 0) announce(words('acts_nothingFinished'));
    if (changed > 0) offerRestoring(changed);
    return refused[0]?.reason ?? null;
  });
}

function offerRestoring(count: number): void {
  offerUndo(sayCount('popup_removed', count), restoreRemoved);
}

async function copyLinks(): Promise<void> {
  await command(async () => {
    const links = (await readItems(await chosenIds())).map(({ url }) => url);
    try {
      await navigator.clipboard.writeText(links.join('\n'));
    } catch (fault) {
      return words('popup_notCopied', reasonOf(fault));
    }
    offerUndo(sayCount('acts_saidCopied', links.length), null);
    return null;
  });
}

/** What can be done to one file only. */
async function ofFile(act: 'open' | 'show' | 'delete-file'): Promise<void> {
  const [id] = chosenLines();
  // What is known already need not be asked for: the browser opens files within the click only.
  const item = id === undefined ? undefined : (listed.value.get(id) ?? (await readOne(id)));
  if (item?.status !== 'done') return;
  if (act === 'delete-file') deleteAsked.value = item;
  else if (act === 'show' || item.downloadId === null) await showFile(item);
  else await openFile(item);
}

async function readOne(id: string): Promise<ListedItem | undefined> {
  try {
    return (await readItems([id]))[0];
  } catch (fault) {
    refusal.value = reasonOf(fault);
    return undefined;
  }
}
