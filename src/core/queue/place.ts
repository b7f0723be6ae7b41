import type { Clash, Conflict } from '../naming/conflict.ts';
import type { WallClock } from '../naming/wall-clock.ts';
import type { CarrierName } from '../carriers/carrier-name.ts';

/** Where the user wants a file to be, and how it is to be called. */
export interface PlaceAsked {
  /** The file name that the user wishes; null leaves it to the mask, the server and the URL. */
  readonly name: string | null;
  /** A relative folder below the browser's download folder, with `/` between its parts. */
  readonly folder: string | null;
  /** How the file is to be called, as `parseMask` reads it. */
  readonly mask: string | null;
  /** What becomes of it where a file of its name is there already; null leaves that to the rules and the settings. */
  readonly conflict: Conflict | null;
  readonly said: Said;
  readonly batch: Batch;
}

/** What the page said of the link: a stranger's words, of use for a name only. null where there were none. */
export interface Said {
  /** The `download` attribute of the link. */
  readonly download: string | null;
  /** The title of the page. */
  readonly title: string | null;
  /** The text of the link. */
  readonly text: string | null;
}

/** The place of an item among the links that were sent together. It never changes: a mask gives the same name again. */
export interface Batch {
  /** From 1, one more for each sending; 0 for what was sent before they were counted. */
  readonly number: number;
  /** From 1, in the order in which the links were sent. */
  readonly index: number;
  /** What the user's clock showed when they were. */
  readonly on: WallClock;
}

/** What the first matching rule of the user decides for an item; null leaves it to the item and the settings. */
export interface Ruled {
  /** The id of the rule. */
  readonly rule: string;
  readonly title: string;
  readonly folder: string | null;
  readonly mask: string | null;
  readonly carrier: CarrierName | null;
  readonly conflict: Conflict | null;
}

/** What is known of an item's place once its server or the browser has told of the file. */
export interface Placed {
  /** The rule that it has met, now or before. */
  readonly ruled: Ruled | null;
  /** What a rule that it has met just now says of its start. */
  readonly start: 'paused' | 'skip' | null;
  /** The file that lies in its place; null where none does, or where that is all the same. */
  readonly clash: Clash | null;
}

export const NOWHERE: Placed = { ruled: null, start: null, clash: null };

/** Of a link that says nothing of its place. */
export const UNPLACED: PlaceAsked = {
  name: null,
  folder: null,
  mask: null,
  conflict: null,
  said: { download: null, title: null, text: null },
  batch: { number: 0, index: 0, on: { y: 1970, m: 1, d: 1, hh: 0, mm: 0, ss: 0 } },
};

export function placeAskedOf({ name, folder, mask, conflict, said, batch }: PlaceAsked): PlaceAsked {
  return { name, folder, mask, conflict, said, batch };
}
