import type { CarrierName } from '../core/carriers/carrier-name.ts';
import type { Checksum, Priority, Status } from '../core/queue/item.ts';
import type { LogEntry } from '../core/queue/log.ts';
import type { Clash } from '../core/naming/conflict.ts';
import type { Standstill } from '../core/queue/schedule.ts';
import type { Piece } from '../core/queue/pieces.ts';
import type { SiteGate } from '../core/queue/site-gate.ts';

export interface ListAsk {
  offset?: number;
  /** At most 1000; 100 when absent. */
  limit?: number;
  /** One status, or several: their items follow one another in the order of this list. */
  status?: Status | Status[];
  /** Words, each of which is part of the URL, the page's, the name, the folder or the path, whatever its case. */
  search?: string;
  /** ms since the epoch: when it ended, or was added where it has not ended. */
  since?: number;
  until?: number;
  /** Only what has ended, by its end. */
  byEnd?: boolean;
  /** The last added first. */
  newestFirst?: boolean;
  /** The id of a group: its items only, by order. Not together with `status` or `search`. */
  group?: string;
  /** At most 1000: these, in their order, those that are there. Not together with anything else. */
  ids?: string[];
}
export interface ListedItem {
  id: string;
  url: string;
  status: Status;
  carrier: CarrierName | null;
  /** The file's name once it is known, else the best guess. */
  name: string;
  /** Where the file lies, once done. */
  path: string | null;
  /** The file was done, and has been deleted or moved since, as far as the browser knows. */
  isMissing: boolean;
  /** The browser's number of the file, once done, as long as its list has the file that we saved and does not miss it. */
  downloadId: number | null;
  bytes: number;
  /** null while unknown. */
  total: number | null;
  /** Where its redirects have led, as far as the browser tells: its own downloads on their way only. */
  finalUrl: string | null;
  /** It travels in parts: those that are finished outlive a pause. */
  isInParts: boolean;
  attempt: number;
  /** The most bytes that an attempt which failed had received. */
  furthest: number;
  error: { code: string; message: string } | null;
  priority: Priority;
  referrer: string | null;
  /** ms since the epoch of the next attempt, for `waiting`. */
  dueAt: number | null;
  group: { id: string; title: string } | null;
  /** A file of its name is there, and the user is asked what becomes of the two. Times in ms since the epoch. */
  clash: Clash | null;
  /** The host whose grant it waits for: it was taken back while the item was on its way. */
  needs: string | null;
  /** The browser keeps the file back until the user has decided whether it is harmful: its `DangerType`, and a sentence. */
  danger: { code: string; message: string } | null;
  /** Where the file should have been, where the browser or another extension has named it otherwise. */
  wanted: string | null;
  /** For `queued`: what keeps it from starting, beyond the places that are taken. `until`: ms since the epoch. */
  waitsFor: { why: Standstill | SiteGate['why']; until: number | null } | null;
  log: readonly LogEntry[];
}
export interface ListAnswer {
  total: number;
  items: ListedItem[];
}

/** All that is known of one item. */
export interface ItemDetails {
  item: ListedItem;
  /** The whole file in its order; none while its length is unknown. */
  pieces: Piece[];
  /** Where the redirects led, as far as it is known. */
  finalUrl: string | null;
  /** The strong `ETag` or the `Last-Modified` of the version that is fetched in parts. */
  validator: string | null;
  checksum: Checksum | null;
  /** ms since the epoch. */
  addedAt: number;
  endedAt: number | null;
  /** Attempts that failed in a row. */
  failures: number;
  /** The title of the rule that it has met. */
  rule: string | null;
}

export interface ListedGroup {
  id: string;
  title: string;
  counts: Record<Status, number>;
  /** Items in all. */
  total: number;
  /** 0–1, of the files; the part that is here of one that runs counts as such. */
  progress: number;
}
