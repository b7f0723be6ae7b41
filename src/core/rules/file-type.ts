import { matchesGlob } from './glob.ts';
import type { Traits } from './traits.ts';

/** `unknown`: what it looks at is not known yet, but may become so. */
export type Fit = 'fits' | 'differs' | 'unknown';

const LONGEST = 100;
const MIME_GLOB = /^[a-z\d*?][\w!#$&^.+*?-]*\/[a-z\d*?][\w!#$&^.+*?-]*$/;
const EXTENSION = /^[^\s./\\*?:"<>|]+(\.[^\s./\\*?:"<>|]+)*$/;

/** An extension (`pdf`, `.pdf`, `*.pdf`, `tar.gz`) or a MIME glob, in the form that `fitsType` takes; null for neither. */
export function parseFileType(text: string): string | null {
  const type = text.trim().toLowerCase();
  if (type.length > LONGEST) return null;
  if (MIME_GLOB.test(type)) return type;
  const extension = type.replace(/^\*?\./, '');
  return EXTENSION.test(extension) ? extension : null;
}

/**
 * Whether a file is of a type. `gz` is the type of `a.tar.gz` too.
 *
 * A MIME glob is held against what the server says; where it stays silent, or says nothing by it, against what the name
 * tells. The extension of a URL is believed where it fits; where it does not, the server may still name the file.
 */
export function fitsType(type: string, traits: Traits): Fit {
  if (!type.includes('/')) return asFit(traits.name.endsWith(`.${type}`), traits.isNamed);
  if (traits.type !== null) return asFit(matchesGlob(type, traits.type), true);
  const isGuessed = traits.guessedTypes.some(guessed => matchesGlob(type, guessed));
  return asFit(isGuessed, traits.isFinal);
}

function asFit(fits: boolean, isCertain: boolean): Fit {
  if (fits) return 'fits';
  return isCertain ? 'differs' : 'unknown';
}
