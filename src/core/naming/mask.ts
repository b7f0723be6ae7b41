/**
 * A mask of file names, read: what stands between its slashes, each a row of pieces. The last component names the file.
 *
 * In a component no two pieces of text touch that are both words, or both separators.
 */
export interface Mask {
  readonly folders: readonly Component[];
  readonly name: Component;
}
export type Component = readonly Piece[];
export type Piece = { readonly piece: 'words' | 'separator'; readonly text: string } | Field;

export interface Field {
  readonly piece: 'field';
  readonly field: FieldName;
  /** In the order in which they are done. */
  readonly modifiers: readonly Modifier[];
}

/** What stands between asterisks, in the order in which people are shown it. */
export const FIELD_NAMES = [
  'name',
  'ext',
  'host',
  'domain',
  'path',
  'title',
  'text',
  'page.host',
  'page.domain',
  'date',
  'y',
  'm',
  'd',
  'hh',
  'mm',
  'ss',
  'index',
  'batch',
  'type',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** What changes a value. Cut: to so many characters at most. Pad: with zeros to so many digits at least. */
export type Modifier =
  | { readonly modify: 'lower' | 'upper' | 'flat' }
  | { readonly modify: 'cut'; readonly most: number }
  | { readonly modify: 'pad'; readonly digits: number };

/** What a value is like, which decides what modifiers it takes; `fixed` takes none. */
export type ValueKind = 'text' | 'path' | 'number' | 'fixed';

export const KINDS: Readonly<Record<FieldName, ValueKind>> = {
  name: 'text',
  ext: 'text',
  host: 'text',
  domain: 'text',
  path: 'path',
  title: 'text',
  text: 'text',
  'page.host': 'text',
  'page.domain': 'text',
  date: 'fixed',
  y: 'number',
  m: 'number',
  d: 'number',
  hh: 'number',
  mm: 'number',
  ss: 'number',
  index: 'number',
  batch: 'number',
  type: 'text',
};

/** What the value is after a modifier; none: the modifier does not fit. A path cut somewhere would be another path. */
export const AFTER: Readonly<Record<ValueKind, Readonly<Partial<Record<Modifier['modify'], ValueKind>>>>> = {
  text: { lower: 'text', upper: 'text', flat: 'text', cut: 'text' },
  path: { lower: 'path', upper: 'path', flat: 'text' },
  number: { pad: 'fixed' },
  fixed: {},
};

/** What is wrong with a mask, and where: `found` is what stands there, `length` UTF-16 units from `at`. */
export interface MaskProblem {
  readonly problem:
    | 'empty'
    | 'too-long'
    | 'unclosed'
    | 'unknown-field'
    | 'unknown-modifier'
    | 'modifier-does-not-fit'
    | 'outside'
    | 'no-name';
  readonly at: number;
  readonly length: number;
  readonly found: string;
  /** The field or the modifier that was probably meant; null where nobody can tell. */
  readonly known: string | null;
}

/** Whether a mask, or a part of one, could not be read. */
export function isMaskProblem<T extends object>(read: T | MaskProblem): read is MaskProblem {
  return 'problem' in read;
}
