import { parseTableLook, type TableLook } from '../core/catalogue/table-look.ts';
import { browser } from './browser.ts';

const KEY = 'tableLook';

/** How the user wants the manager's table to look. */
export const tableLookStore = {
  async read(): Promise<TableLook> {
    return parseTableLook((await browser.storage.local.get(KEY))[KEY]);
  },
  async write(look: TableLook): Promise<void> {
    await browser.storage.local.set({ [KEY]: look });
  },
};
