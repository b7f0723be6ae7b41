import { signal } from '@preact/signals';
import type { ListedItem } from '../src/messages/listing.ts';
import { send } from '../src/messages/send.ts';
import { mayOpen as askMayOpen, openFile as openSaved, requestOpening } from '../src/platform/open-file.ts';
import { words } from '../src/platform/words.ts';
import { announce } from './announcer.ts';
import { command, refusal } from './commands.ts';
import { reasonOf } from './reason-of.ts';
import { loadedItems, members } from './store.ts';
import { visibleName } from './view/visible-name.ts';

/** ms for which a row shows that something of it was copied. */
const COPIED_FOR = 1_500;

/** Whether the user has let us open files; else they are shown in their folder. */
export const mayOpen = signal(false);
/** The row of which something was copied just now. */
export const copiedOf = signal<string | null>(null);
/** The row that asks whether its file is to be deleted. */
export const asksToDelete = signal<string | null>(null);

type Done = Pick<ListedItem, 'id' | 'name' | 'path' | 'downloadId'>;

export async function readOpening(): Promise<void> {
  mayOpen.value = await askMayOpen();
}

/** Opens a file; the first time the browser asks the user. Must be called within the click. */
export async function openFile({ path, downloadId }: Done): Promise<void> {
  if (path === null || downloadId === null) return;
  await command(async () => {
    if (!mayOpen.value) mayOpen.value = await requestOpening();
    // Who says no to the browser knows why nothing opens.
    if (!mayOpen.value) return null;
    try {
      return (await openSaved(downloadId, path)) ? null : words('file_unknown', path);
    } catch (fault) {
      return words('file_notOpened', path, reasonOf(fault));
    }
  });
}

export async function showFile({ id }: Done): Promise<void> {
  await command(async () => {
    await send('worker', 'show-file', { id });
    return null;
  });
}

/** Deletes the file; that the user is sure was asked before. */
export async function deleteFile({ id, name }: Done): Promise<void> {
  asksToDelete.value = null;
  await command(async () => {
    await send('worker', 'delete-file', { id });
    announce(words('popup_saidDeleted', visibleName(name)));
    return null;
  });
}

export async function copyLink({ id, url }: Pick<ListedItem, 'id' | 'url'>): Promise<void> {
  await copy(id, url, words('popup_saidLinkCopied'));
}

export async function copyPath({ id, path }: Done): Promise<void> {
  if (path !== null) await copy(id, path, words('popup_saidPathCopied'));
}

export async function copyText(id: string, text: string): Promise<void> {
  await copy(id, text, words('popup_saidTextCopied'));
}

/** Copies the link of the row of this id; that of a group has none. */
export async function copyLinkOf(id: string): Promise<void> {
  const all = [...loadedItems.value, ...[...members.value.values()].flatMap(({ items }) => items)];
  const item = all.find(each => each.id === id);
  if (item !== undefined) await copyLink(item);
}

async function copy(id: string, text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (fault) {
    refusal.value = words('popup_notCopied', reasonOf(fault));
    return;
  }
  announce(said);
  copiedOf.value = id;
  setTimeout(() => {
    if (copiedOf.value === id) copiedOf.value = null;
  }, COPIED_FOR);
}
