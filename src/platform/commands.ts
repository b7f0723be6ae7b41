import { browser } from './browser.ts';

const COMMANDS = ['choose-links', 'send-selection', 'pause-resume-all', 'same-as-last', 'open-queue'] as const;
export type KeyCommand = (typeof COMMANDS)[number];

/** Tells of the keyboard shortcuts of the manifest. `_execute_action` is not among them: it opens the popup by itself. */
export function onCommand(act: (command: KeyCommand, tabId: number | null) => void): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const command = COMMANDS.find(each => each === name);
    if (command !== undefined) act(command, tab?.id ?? null);
  });
}
