import { browser } from './browser.ts';

export interface Shortcut {
  /** As the manifest calls it. */
  readonly name: string;
  /** In the words of the manifest; empty for what opens the popup. */
  readonly description: string;
  /** As the browser writes it for this system; empty where no key is set. */
  readonly keys: string;
}

/** The keyboard shortcuts as the user has them now. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut }));
}

/** Opens the browser's own page for them: nobody else may change a key. */
export async function openShortcutsPage(): Promise<void> {
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
