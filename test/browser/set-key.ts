/** Sets a shortcut as `chrome://extensions/shortcuts` does when the user presses keys in its box. Runs on that page. */
export async function setKey(extensionId: string, commandName: string, keybinding: string): Promise<void> {
  const { developerPrivate } = chrome as unknown as {
    developerPrivate: { updateExtensionCommand(update: object): Promise<void> };
  };
  await developerPrivate.updateExtensionCommand({ extensionId, commandName, keybinding });
}
