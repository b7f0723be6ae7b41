import { type ItemIn, noted, type QueueItem } from '../../core/queue/item.ts';
import type { Nothing } from '../../messages/protocol.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { SavedFile } from '../downloads-port.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';
import { fieldsOf, textField } from './ask.ts';

/** Shows the file of an item in its folder. */
export async function showFile(ports: Ports, ask: unknown): Promise<Nothing> {
  const item = await fileOf(ports, idOf(ports, ask));
  await ports.downloads.show(item.downloadId);
  return {};
}

/**
 * Deletes the file of an item, never another: one that has come into its place since is not ours to delete. Done alone
 * among the writers, so that nobody fetches it anew meanwhile. The item stays; a death before it is noted costs only the
 * line in its log.
 */
export async function deleteFile(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<Nothing> {
  const { words, downloads } = ports;
  const id = idOf(ports, ask);
  return keeper.write(async () => {
    const item = await fileOf(ports, id);
    if ((await downloads.lastSavedTo(item.path)) !== item.downloadId)
      throw new Refusal('file-replaced', words('file_replaced', item.path));
    await downloads.removeFile(item.downloadId).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Refusal('file-not-deleted', words('file_notDeleted', item.path, reason));
    });
    return { answer: {}, changes: [{ item: noted(item, ports.now(), 'file-deleted'), effects: [] }] };
  });
}

/**
 * What the browser has of the item's file. Its numbers begin anew when its list was cleared, and a profile that was
 * brought back may have other ones: an entry with another path or size is another file's.
 */
export async function savedFileOf(
  { downloads }: Pick<Ports, 'downloads'>,
  item: ItemIn<'done'>,
): Promise<SavedFile | null> {
  const file = await downloads.saved(item.downloadId);
  return file !== null && file.path === item.path && file.bytes === item.bytes ? file : null;
}

/** A file that the browser does not know is not missed, unless the user has deleted it here. */
export function isGone({ log }: QueueItem, file: SavedFile | null): boolean {
  if (file !== null) return file.isGone;
  return log.findLast(({ what }) => what === 'file-deleted' || what === 'retried')?.what === 'file-deleted';
}

/** The item, if its file is where it was saved as far as the browser knows. */
async function fileOf(ports: Ports, id: string): Promise<ItemIn<'done'>> {
  const { words } = ports;
  const [item] = await ports.items.get([id]);
  if (item === undefined) throw new Refusal('unknown-item', words('control_unknownItem', id));
  if (item.status !== 'done') throw new Refusal('no-file', words('file_none'));
  const file = await savedFileOf(ports, item);
  if (isGone(item, file)) throw new Refusal('file-gone', words('file_gone', item.path));
  if (file === null) throw new Refusal('file-unknown', words('file_unknown', item.path));
  return item;
}

function idOf({ words }: Ports, ask: unknown): string {
  return textField(fieldsOf(ask, ['id'], words), 'id', words);
}
