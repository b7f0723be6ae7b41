import type { Skipped } from '../../src/messages/protocol.ts';

/** Codes of links that may be taken all the same, if the user says so. */
const TAKEN_ON_REQUEST = new Set(['in-queue', 'done-before']);
/** Rows of skipped links that are shown before they are only counted. */
const SHOWN = 4;

export function takenOnRequest(skipped: readonly Skipped[]): string[] {
  return skipped.filter(({ code }) => TAKEN_ON_REQUEST.has(code)).map(({ url }) => url);
}

export function shownSkipped(skipped: readonly Skipped[]): {
  readonly shown: readonly Skipped[];
  readonly more: number;
} {
  // A last line "and 1 more" takes the place of the one that it hides.
  const shown = skipped.length <= SHOWN + 1 ? skipped : skipped.slice(0, SHOWN);
  return { shown, more: skipped.length - shown.length };
}
