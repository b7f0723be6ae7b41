/** Longest name in UTF-8 bytes: below the 255 of every file system, with room for ` (2)` and `.crdownload`. */
const LONGEST = 240;

/** What no system, or not every system, takes in a name: separators, wildcards, control, format and invisible characters. */
const ILLEGAL =
  /["*/:<>?\\|]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|[\u034f\u115f\u1160\u2800\u3164\uffa0]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** Device names of Windows, with or without an extension, and two files that its shell obeys. */
const RESERVED =
  /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)|^(?:desktop\.ini|thumbs\.db)$/i;

/** Extensions that Windows runs or hides whatever the rest of the name says. */
const SHELL_EXTENSION = /\.(?:lnk|local|scf|url|\{[^}]*\})$/i;

/**
 * One file or folder name that is safe on every system at once, or null where nothing usable is left.
 *
 * Whatever comes in: no separator, no control, bidi or zero-width character, not reserved, no dot or space at either
 * end, at most 240 bytes of UTF-8 with the extension kept.
 */
export function safeName(raw: string): string | null {
  // Cut first: what is cut off must not turn a harmless name into a reserved one after it was looked at.
  const cut = trimmed(shortened(trimmed(raw.normalize('NFC').replace(ILLEGAL, '_'))));
  if (/^[_\-. ]*$/.test(cut)) return null;
  const inert = cut.replace(SHELL_EXTENSION, '.download');
  const named = RESERVED.test(inert) ? `_${inert}` : inert;
  return trimmed(shortened(named));
}

/** White space and dots at the ends are dropped by Windows, hidden by Unix, and refused by `chrome.downloads`. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, '');
}

function shortened(name: string): string {
  if (bytes(name) <= LONGEST) return name;
  const extension = extensionOf(name);
  const characters = [...name.slice(0, name.length - extension.length)];
  const room = LONGEST - bytes(extension);
  let used = 0;
  const kept = characters.findIndex(character => (used += bytes(character)) > room);
  return (kept === -1 ? characters : characters.slice(0, kept)).join('').trimEnd() + extension;
}

/** `.tar.gz` and its kin whole; '' for a name without an extension, or with one too long to be one. */
function extensionOf(name: string): string {
  const match = /(?:\.tar)?\.[^.\s]{1,16}$/iu.exec(name);
  return match?.[0] ?? '';
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
