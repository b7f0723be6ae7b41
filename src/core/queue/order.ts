import { generateNKeysBetween } from 'fractional-indexing';

/** `count` keys after `last` (null: the list is empty), ascending. Keys are compared as plain text. */
export function keysAfter(last: string | null, count: number): readonly string[] {
  return generateNKeysBetween(last, null, count);
}

/** `count` keys before `first` (null: the list is empty), ascending. */
export function keysBefore(first: string | null, count: number): readonly string[] {
  return generateNKeysBetween(null, first, count);
}

/** `count` keys between two neighbours (null: the end of the list on that side), ascending. */
export function keysBetween(before: string | null, after: string | null, count: number): readonly string[] {
  return generateNKeysBetween(before, after, count);
}
