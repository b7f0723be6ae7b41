import type { KeptPart } from '../core/queue/plan.ts';
import type { PartsPort } from '../worker/ports.ts';

const ROOM = 'parts';

/**
 * Parts of files in the origin private file system, a folder for each item and a file for each part, named by the
 * attempt that brought it. A part that is being written becomes a file only when it is whole (File System Standard,
 * `close()` of a writable stream), so that a death leaves no half of one.
 */
export const partStore: PartsPort = {
  async write(item, part, bytes) {
    const folder = await folderOf(item, { create: true });
    const file = await folder.getFileHandle(nameOf(part), { create: true });
    await bytes.stream().pipeTo(await file.createWritable());
  },

  async read(item, parts) {
    const found = new Map<number, Blob>();
    for (const part of parts) {
      const file = await existing(async () => (await folderOf(item)).getFileHandle(nameOf(part)));
      const blob = await file?.getFile();
      if (blob?.size === part.last - part.first + 1) found.set(part.first, blob);
    }
    return found;
  },

  async forget(item) {
    await existing(async () => (await room()).removeEntry(item, { recursive: true }));
  },

  async owners() {
    const names: string[] = [];
    for await (const name of (await room()).keys()) names.push(name);
    return names;
  },
};

async function room(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(ROOM, { create: true });
}

async function folderOf(item: string, options?: FileSystemGetDirectoryOptions): Promise<FileSystemDirectoryHandle> {
  return (await room()).getDirectoryHandle(item, options);
}

function nameOf({ attempt, first, last }: KeptPart): string {
  return `${attempt}.${first}-${last}`;
}

/** What is not there is no error. */
async function existing<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}
