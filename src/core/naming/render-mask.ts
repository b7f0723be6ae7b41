import { extensionOf } from './extension.ts';
import type { Component, Field, Mask, Modifier } from './mask.ts';
import { type MaskValues, plainName, valueOf } from './mask-values.ts';
import { safeName, trimmed } from './safe-name.ts';

/**
 * UTF-16 units of the whole path. Windows takes 260, with the download folder before it and `.crdownload` behind it.
 * That is at most 600 bytes of UTF-8, which leaves room in the 1024 of macOS as well.
 */
const LONGEST_PATH = 200;
/** UTF-16 units of all folders with their slashes: they are cut by themselves, so that one album stays in one folder. */
const LONGEST_FOLDERS = 120;
/** UTF-16 units */
const LONGEST_FOLDER = 80;

/**
 * The relative path that the mask makes, for `chrome.downloads`: `/` between its components, each safe on every system.
 *
 * - Only a slash of the mask and one of `path` make a folder. Folders of which nothing is left are left out, and where
 *   nothing is left of the name but an extension, the plain name stands in.
 * - A field that is empty takes the separators before it along, or those after it where it is the first:
 *   `*date* - *title* - *name*` without a title is `2026-11-23 - report.pdf`. Brackets stay.
 * - The name gets the extension of the plain name, unless it ends in it or the mask says by `*ext*` where it belongs.
 * - A folder has at most 80 characters, the folders 120: the innermost are left out. The whole path has at most 200.
 */
export function renderMask(mask: Mask, values: MaskValues): string {
  // A path in the last component makes folders too.
  const raw = [...mask.folders, mask.name].flatMap(component => textOf(component, values).split('/'));
  const folders = fittedFolders(raw.slice(0, -1));
  const room = LONGEST_PATH - folders.reduce((sum, folder) => sum + folder.length + 1, 0);
  return [...folders, nameOf(raw.at(-1) ?? '', placesExtension(mask.name), plainName(values), room)].join('/');
}

function fittedFolders(raw: readonly string[]): readonly string[] {
  const folders: string[] = [];
  let room = LONGEST_FOLDERS;
  for (const folder of raw.flatMap(each => safeName(each, LONGEST_FOLDER) ?? [])) {
    room -= folder.length + 1;
    if (room < 0) break;
    folders.push(folder);
  }
  return folders;
}

/** Whether `*ext*` stands in the name itself: in a folder it says nothing of how the name ends. */
function placesExtension(name: Component): boolean {
  const path = name.findLastIndex(piece => piece.piece === 'field' && piece.field === 'path');
  return name.slice(path + 1).some(piece => piece.piece === 'field' && piece.field === 'ext');
}

/** `isWhole`: the mask says where the extension belongs. */
function nameOf(raw: string, isWhole: boolean, plain: string, room: number): string {
  const extension = extensionOf(plain);
  const { stem, ending } = cutAt(raw.normalize('NFC'), extension);
  const isBare = isWhole && `.${stem}`.toLowerCase() === extension.toLowerCase();
  const name = `${trimmed(stem)}${isWhole ? ending : ending || extension}`;
  const own = isBare || safeName(stem) === null ? null : safeName(name, room);
  return own ?? safeName(plain, room) ?? `download${extension}`;
}

/** The name without the extension, and the extension as it is written there; '' where the name ends in something else. */
function cutAt(name: string, extension: string): { readonly stem: string; readonly ending: string } {
  const start = name.length - extension.length;
  const isThere = name.slice(start).toLowerCase() === extension.toLowerCase();
  return isThere ? { stem: name.slice(0, start), ending: name.slice(start) } : { stem: name, ending: '' };
}

/** The text of a component, without what would only part an empty field from its neighbours. */
function textOf(component: Component, values: MaskValues): string {
  let text = '';
  /** Where the last value or word ends: behind it there is only a separator. */
  let end = 0;
  let isGap = false;
  for (const piece of component) {
    if (piece.piece === 'separator') {
      if (isGap) text = text.slice(0, end);
      if (!isGap || text !== '') text += piece.text;
      continue;
    }
    const added = piece.piece === 'field' ? fieldText(piece, values) : piece.text;
    isGap = added === '';
    text += added;
    if (!isGap) end = text.length;
  }
  return isGap ? text.slice(0, end) : text;
}

/** No value makes folders but the path's. */
function fieldText({ field, modifiers }: Field, values: MaskValues): string {
  const text = modifiers.reduce(modified, valueOf(field, values));
  return field === 'path' ? text : text.replace(/[/\\]/g, '_');
}

function modified(text: string, modifier: Modifier): string {
  switch (modifier.modify) {
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'flat':
      return text.replace(/[/\\:|]/g, '-');
    case 'cut':
      return [...text.normalize('NFC')].slice(0, modifier.most).join('').trimEnd();
    case 'pad':
      return `${Number(text)}`.padStart(modifier.digits, '0');
  }
}
