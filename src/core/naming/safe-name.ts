import { extensionOf } from './extension.ts';

/** Longest name in UTF-8 bytes: below the 255 of every file system, with room for ` (2)` and `.crdownload`. */
const LONGEST = 240;

/**
 * What no system, or not every system, takes in a name: separators, wildcards, control, format and invisible characters.
 *
 * Variation selectors stay: they are invisible too, but choose how the character before them looks, as in ❤️.
 */
const ILLEGAL =
  /["*/:<>?\\|]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\u2800|\p{Cs}|\p{Noncharacter_Code_Point}|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

/** Device names of Windows, with or without an extension, and two files that its shell obeys. */
const RESERVED =
  /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)|^(?:desktop\.ini|thumbs\.db)$/i;

/** Extensions that Windows runs or hides whatever the rest of the name says. */
const SHELL_EXTENSION = /\.(?:lnk|local|scf|url|\{[^.]*\})$/i;

/**
 * One file or folder name that is safe on every system at once, or null where nothing usable is left.
 *
 * Whatever comes in: in NFC, no separator, no control, bidi or zero-width character, not reserved, no dot or space at
 * either end, at most 240 bytes of UTF-8 with the extension kept, and the same when it is made safe once more.
 * `longest` is a narrower bound, in UTF-16 units, as Windows counts; below 40 the extension alone may take all of it.
 */
export function safeName(raw: string, longest: number = LONGEST): string | null {
  let name = fittedWhole(trimmed(raw.normalize('NFC').replace(ILLEGAL, '_')), longest);
  if (/^[_\-. ]*$/.test(name)) return null;
  // A cut may lay bare what another step is against, and what a step adds may call for a cut: until all agree.
  for (let next = disarmed(name, longest); next !== name; next = disarmed(name, longest)) name = next;
  return name;
}

/** One step towards harmlessness: either end trimmed, no extension that the shell obeys, no device, not too long. */
function disarmed(name: string, longest: number): string {
  const inert = trimmed(name).replace(SHELL_EXTENSION, '.download');
  return trimmed(fittedWhole(RESERVED.test(inert) ? `_${inert}` : inert, longest));
}

/** White space and dots at the ends are dropped by Windows, hidden by Unix, and refused by `chrome.downloads`. */
export function trimmed(name: string): string {
  return name.replace(/^[\s.]+|(?<![\s.])[\s.]+$/gu, '');
}

function fittedWhole(name: string, longest: number): string {
  if (name.length <= longest && bytes(name) <= LONGEST) return name;
  const extension = extensionOf(name);
  return fitted(name.slice(0, name.length - extension.length), extension, longest);
}

/** As much of the stem as there is room for before the ending, in whole characters. The ending is kept whole. */
export function fitted(stem: string, ending: string, longest: number = LONGEST): string {
  let room = LONGEST - bytes(ending);
  let units = longest - ending.length;
  const characters = [...stem];
  const cut = characters.findIndex(character => {
    room -= bytes(character);
    units -= character.length;
    return room < 0 || units < 0;
  });
  return (cut === -1 ? stem : characters.slice(0, cut).join('').trimEnd()) + ending;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
