/** Every entry of the right-click menus, in the order in which they stand. The last six are the toolbar button's. */
export const MENU_ENTRIES = [
  'link',
  'link-options',
  'image',
  'image-options',
  'audio',
  'audio-options',
  'video',
  'video-options',
  'selection',
  'selection-options',
  'page',
  'frame',
  'choose-links',
  'choose-tabs',
  'open-queue',
  'open-panel',
  'pause-all',
  'resume-all',
] as const;
export type MenuEntry = (typeof MENU_ENTRIES)[number];

/** A list of entries in their own order, each once; null for anything else. */
export function parseMenuEntries(value: unknown): readonly MenuEntry[] | null {
  if (!Array.isArray(value)) return null;
  const isKnown = value.every(each => MENU_ENTRIES.some(entry => entry === each));
  return isKnown ? MENU_ENTRIES.filter(entry => value.includes(entry)) : null;
}
