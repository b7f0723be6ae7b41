/**
 * Which part of a row has the focus. Pause and resume are one place, cancel and remove another; a group has a place of
 * its own for either, and one that opens it. `file` opens or shows what is done, `settle` answers a question.
 */
export const PLACES = ['row', 'open', 'toggle', 'retry', 'end', 'remove', 'file', 'settle', 'more'] as const;
export type Place = (typeof PLACES)[number];

export interface RowPlace {
  readonly id: string;
  /** The list in which it stands: the name of a section, or the id of an open group. */
  readonly list: string;
}

/** Where the focus was when its row went. */
export interface Lost {
  readonly id: string;
  readonly place: Place;
  /** The user acted on the row; without that it moved by itself. */
  readonly isPressed: boolean;
}

/**
 * The row that takes over when the focused one is no longer where it was, or null when no row is left.
 *
 * The focus stays with a row that moves by itself: a key pressed in that moment must not reach another download. It
 * stays with what the user paused or resumed, too. Whoever cancels, retries or removes goes on to the next row, as
 * in any list of which things are struck off.
 */
export function nextFocus(before: readonly RowPlace[], after: readonly RowPlace[], lost: Lost): string | null {
  const here = before.findIndex(row => row.id === lost.id);
  const now = after.find(row => row.id === lost.id);
  if (now !== undefined && (!lost.isPressed || now.list === before[here]?.list || isFollowed(now, lost))) return now.id;
  const left = new Set(after.map(row => row.id));
  left.delete(lost.id);
  const below = before.slice(here + 1).find(row => left.has(row.id));
  const above = before.slice(0, Math.max(here, 0)).findLast(row => left.has(row.id));
  return below?.id ?? above?.id ?? now?.id ?? null;
}

function isFollowed({ list }: RowPlace, { place }: Lost): boolean {
  return (list === 'running' || list === 'waiting') && (place === 'toggle' || place === 'row');
}
