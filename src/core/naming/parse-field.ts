import { AFTER, type Field, FIELD_NAMES, KINDS, type MaskProblem, type Modifier } from './mask.ts';
import { nearest } from './nearest.ts';

/** Reads `*…*`, which stands at `at` in its mask: the name of a field, which may have a dot in it, and its modifiers. */
export function parseField(token: string, at: number): Field | MaskProblem {
  const parts = token.slice(1, -1).split('.');
  const pair = parts.slice(0, 2).join('.');
  const field = FIELD_NAMES.find(name => name === pair) ?? FIELD_NAMES.find(name => name === parts[0]);
  if (field === undefined)
    return { problem: 'unknown-field', at, length: token.length, found: token, known: meantField(token, pair) };

  const modifiers: Modifier[] = [];
  let kind = KINDS[field];
  let from = at + 1 + field.length;
  for (const part of parts.slice(field.split('.').length)) {
    const place = { at: from, length: part.length + 1, found: `.${part}` };
    const modifier = modifierOf(part);
    if (modifier === null)
      return { problem: 'unknown-modifier', ...place, known: nearest(part, ['lower', 'upper', 'flat']) };
    const next = AFTER[kind][modifier.modify];
    if (next === undefined) return { problem: 'modifier-does-not-fit', ...place, known: null };
    modifiers.push(modifier);
    kind = next;
    from += place.length;
  }
  return { piece: 'field', field, modifiers };
}

function modifierOf(part: string): Modifier | null {
  if (part === 'lower' || part === 'upper' || part === 'flat') return { modify: part };
  if (/^0{1,9}$/.test(part)) return { modify: 'pad', digits: part.length };
  return /^[1-9]\d{0,2}$/.test(part) ? { modify: 'cut', most: Number(part) } : null;
}

/** What people coming from elsewhere, or guessing, call the fields. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['filename', 'name'],
  ['file', 'name'],
  ['extension', 'ext'],
  ['site', 'domain'],
  ['hostname', 'host'],
  ['subdirs', 'path'],
  ['flatsubdirs', 'path.flat'],
  ['flattitle', 'title.flat'],
  ['flattext', 'text.flat'],
  ['page', 'page.host'],
  ['page.title', 'title'],
  ['refhost', 'page.host'],
  ['refdomain', 'page.domain'],
  ['year', 'y'],
  ['month', 'm'],
  ['day', 'd'],
  ['hour', 'hh'],
  ['hours', 'hh'],
  ['minute', 'mm'],
  ['minutes', 'mm'],
  ['second', 'ss'],
  ['seconds', 'ss'],
  ['num', 'index'],
  ['inum', 'index'],
  ['idx', 'index'],
  ['number', 'index'],
  ['mime', 'type'],
]);

function meantField(token: string, pair: string): string | null {
  const word = /[\p{L}\d]+/u.exec(token)?.[0].toLowerCase() ?? '';
  return OTHER_NAMES.get(pair) ?? OTHER_NAMES.get(word) ?? nearest(pair, FIELD_NAMES) ?? nearest(word, FIELD_NAMES);
}
