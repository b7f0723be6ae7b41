import { type Component, isMaskProblem, type Mask, type MaskProblem, type Piece } from './mask.ts';
import { parseField } from './parse-field.ts';
import { safeName } from './safe-name.ts';

/** UTF-16 units */
const LONGEST_MASK = 1024;

/** A field, as far as the next slash; slashes; what parts words; words. Each begins with what ends the others. */
const TOKEN = /\*[^*/\\]*\*?|[/\\]+|[\s\-–—_.,]+|[^*/\\\s\-–—_.,]+/gu;

/** The root of a disk, or of a drive. */
const ABSOLUTE = /^\s*(?:[/\\]|[a-z]:)/i;

/**
 * Reads a mask: text with fields between asterisks, each with modifiers behind dots, and slashes of either kind between
 * folders, as in `scans/*title.40* *index.000*`. Answers the first problem where it has one.
 *
 * `.lower`, `.upper`; `.flat`: folder marks become `-`, so that a path is one name; `.40`: at most so many characters;
 * `.000`: zeros up to so many digits, for numbers. The mask stays below the download folder, and always names a file.
 */
export function parseMask(text: string): Mask | MaskProblem {
  const problem = (kind: MaskProblem['problem'], at: number, end: number = text.length): MaskProblem => ({
    problem: kind,
    at,
    length: end - at,
    found: text.slice(at, end),
    known: null,
  });
  if (text.trim() === '') return problem('empty', 0);
  if (text.length > LONGEST_MASK) return problem('too-long', LONGEST_MASK);
  const root = ABSOLUTE.exec(text);
  if (root !== null) return problem('outside', 0, root[0].length);

  const folders: Component[] = [];
  let pieces: Piece[] = [];
  let [slashesAt, at] = [0, 0];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (/^[/\\]/.test(token)) {
      if (leadsUp(pieces)) return problem('outside', at, index);
      folders.push(pieces);
      pieces = [];
      [slashesAt, at] = [index, index + token.length];
      continue;
    }
    const piece = pieceOf(token, index);
    if (isMaskProblem(piece)) return piece;
    pieces.push(piece);
  }
  if (leadsUp(pieces)) return problem('outside', at);
  return isNothing(pieces) ? problem('no-name', slashesAt) : { folders, name: pieces };
}

function pieceOf(token: string, at: number): Piece | MaskProblem {
  if (!token.startsWith('*')) return { piece: /^[\s\-–—_.,]/.test(token) ? 'separator' : 'words', text: token };
  if (token.length > 1 && token.endsWith('*')) return parseField(token, at);
  return { problem: 'unclosed', at, length: token.length, found: token, known: null };
}

/** The text of a component that has no field; null of one that has. */
function literalOf(pieces: Component): string | null {
  return pieces.some(({ piece }) => piece === 'field')
    ? null
    : pieces.map(piece => (piece.piece === 'field' ? '' : piece.text)).join('');
}

function leadsUp(pieces: Component): boolean {
  return literalOf(pieces)?.trim() === '..';
}

function isNothing(pieces: Component): boolean {
  const literal = literalOf(pieces);
  return literal !== null && safeName(literal) === null;
}
