/** What the keys that undo are called on the user's system. */
export function undoKeys(userAgent: string): string {
  return userAgent.includes('Mac OS') ? '⌘Z' : 'Ctrl+Z';
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether the keys that undo were pressed, on whatever system. */
export function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): boolean {
  return key.toLowerCase() === 'z' && ctrlKey !== metaKey && !shiftKey && !altKey;
}
