import type { CarrierName } from '../carriers/carrier-name.ts';
import type { Failure } from '../carriers/failure.ts';
import type { ReferrerPolicy } from '../links/referrer-policy.ts';
import type { Clash } from '../naming/conflict.ts';
import { LOG_LENGTH, type LogEntry, type LogWord } from './log.ts';
import { type PlaceAsked, placeAskedOf, type Ruled } from './place.ts';
import type { DownloadPlan, FetchPlan, Held, Kept, Parcel, Plan, Unanswered } from './plan.ts';

export const PRIORITIES = ['high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const STATUSES = [
  'queued',
  'starting',
  'running',
  'waiting',
  'paused',
  'saving',
  'done',
  'failed',
  'cancelled',
] as const;
export type Status = (typeof STATUSES)[number];

export const CHECKSUM_ALGORITHMS = ['sha-256', 'sha-1', 'md5'] as const;
export interface Checksum {
  readonly algorithm: (typeof CHECKSUM_ALGORITHMS)[number];
  /** Lower-case hexadecimal. */
  readonly hex: string;
}

/** Links that were sent together: they have one title, one progress, and can be paused, resumed and cancelled as one. */
export interface Group {
  readonly id: string;
  readonly title: string;
}

/** What the user asked for. Travelling never changes it; a command of the user may change the order. */
export interface Asked extends PlaceAsked {
  readonly id: string;
  /** Absolute http or https, as `URL.href` writes it, without a user name or a password, without a fragment. */
  readonly url: string;
  /** The page that the link stood on, to be sent as `Referer`. */
  readonly referrer: string | null;
  /** How much of it the page lets be sent. */
  readonly referrerPolicy: ReferrerPolicy;
  readonly priority: Priority;
  /** A fractional index: compared as text, so that a move writes one record. */
  readonly order: string;
  /** The carrier that the user insists on; null leaves the choice to `planCarrier`. */
  readonly wish: CarrierName | null;
  readonly checksum: Checksum | null;
  /** The links that were sent together with this one. */
  readonly group: Group | null;
  /** The user wants the file even where it was downloaded before. */
  readonly again: boolean;
  /** ms since the epoch. */
  readonly addedAt: number;
}

/** What has been learnt on the way. It outlives each attempt. */
export interface Travelled {
  /** Starts so far. With the id it names the attempt, so that a late event of an earlier one changes nothing. */
  readonly attempt: number;
  /** Attempts that failed in a row without getting further. A browser that was closed costs none. */
  readonly failures: number;
  /** Attempts in a row that nobody knew of any more although the browser was not closed. */
  readonly losses: number;
  /** The most bytes that an attempt which failed had received. */
  readonly furthest: number;
  /** Carriers that cannot take this item, for a reason of their own. */
  readonly refusedBy: readonly CarrierName[];
  /** The rule that it has met; null: none so far. One that is met stays, whatever becomes of the rules. */
  readonly ruled: Ruled | null;
  /** Parts of the file that are here. */
  readonly kept: Kept | null;
  /** The server has not given the parts that it was asked for: it is asked for the whole. */
  readonly inWhole: boolean;
  /** What happened, the oldest first; at most `LOG_LENGTH` entries. */
  readonly log: readonly LogEntry[];
}

/** Of an item that has never been on its way. */
export const NEVER_TRAVELLED: Omit<Travelled, 'log'> = {
  attempt: 0,
  failures: 0,
  losses: 0,
  furthest: 0,
  refusedBy: [],
  ruled: null,
  kept: null,
  inWhole: false,
};

/**
 * Where an item is on its way. Each variant carries only what is true in it.
 *
 *   queued → starting(probing) → starting(asking) → running → done                      browser-download
 *                                                   running → saving(…) → done          background-fetch
 *   any attempt that fails → waiting → queued, or queued at once with another carrier, or failed
 */
export type Stage =
  | AtRest
  | { readonly status: 'starting'; readonly step: 'probing' }
  /** Ready, and waiting for those of its group that may go along in one registration. `instead`: where that is not to be. */
  | {
      readonly status: 'starting';
      readonly step: 'gathering';
      readonly plan: FetchPlan;
      readonly instead: DownloadPlan | null;
      readonly since: number;
    }
  | { readonly status: 'starting'; readonly step: 'asking'; readonly plan: Plan; readonly askedAt: number }
  | {
      readonly status: 'running';
      readonly carrier: 'background-fetch';
      readonly plan: FetchPlan;
      /** When the browser was first seen not to know of it; null while it does. */
      readonly missingSince: number | null;
    }
  | {
      readonly status: 'running';
      readonly carrier: 'browser-download';
      readonly plan: DownloadPlan;
      readonly downloadId: number;
    }
  /** The registration is over for this time: its finished parts are put away and it is ended, before `afterwards`. */
  | { readonly status: 'saving'; readonly step: 'keeping'; readonly plan: FetchPlan; readonly afterwards: AtRest }
  | { readonly status: 'saving'; readonly step: 'collecting'; readonly plan: FetchPlan; readonly since: number }
  | { readonly status: 'saving'; readonly step: 'asking'; readonly parcel: Parcel; readonly askedAt: number }
  | { readonly status: 'saving'; readonly step: 'writing'; readonly parcel: Parcel; readonly downloadId: number }
  | {
      readonly status: 'done';
      readonly carrier: CarrierName;
      /** Absolute path, read back from the browser. */
      readonly path: string;
      readonly bytes: number;
      readonly downloadId: number;
      readonly endedAt: number;
    }
  | {
      readonly status: 'cancelled';
      /**
       * `rule`: a file of that name and size was downloaded before, or is there, and the user wants no second one.
       * `kept-out`: a rule of the user's keeps such files out.
       */
      readonly by: 'user' | 'browser' | 'rule' | 'kept-out';
      readonly endedAt: number;
    };

/** Where an attempt leaves an item that has no file yet. */
export type AtRest =
  | { readonly status: 'queued'; readonly held: Held | Unanswered | null }
  | { readonly status: 'waiting'; readonly dueAt: number; readonly reason: Failure }
  /** The user has taken back the grant of a URL that it cannot do without. `dueAt` is `WITH_ACCESS`. */
  | { readonly status: 'waiting'; readonly dueAt: number; readonly reason: Failure; readonly needs: string }
  | { readonly status: 'paused'; readonly held: Held | Unanswered | null }
  /** A file of its name is there, and the user is to say what becomes of the two. */
  | { readonly status: 'paused'; readonly held: Held | Unanswered | null; readonly clash: Clash }
  | {
      readonly status: 'failed';
      readonly reason: Failure;
      readonly carrier: CarrierName | null;
      readonly endedAt: number;
    };

export type QueueItem = Asked & Travelled & Stage;
export type ItemIn<S extends Status> = QueueItem & { readonly status: S };

/** Statuses in which the browser is at work for the item, or may be. They hold a place of the global limit. */
export const LIVE_STATUSES = ['starting', 'running', 'saving'] as const satisfies readonly Status[];
/** Statuses of an item that has something before it; the rest is `ENDED_STATUSES`. */
export const UNENDED_STATUSES = [
  'starting',
  'running',
  'saving',
  'queued',
  'waiting',
  'paused',
] as const satisfies readonly Status[];
/** Statuses from which only the user takes an item. */
export const ENDED_STATUSES = ['done', 'failed', 'cancelled'] as const satisfies readonly Status[];

export function isLive(item: QueueItem): item is ItemIn<'starting' | 'running' | 'saving'> {
  return item.status === 'starting' || item.status === 'running' || item.status === 'saving';
}

export function isEnded(item: QueueItem): item is ItemIn<(typeof ENDED_STATUSES)[number]> {
  return ENDED_STATUSES.some(status => status === item.status);
}

/** The item in another stage: what the old stage carried is dropped. */
export function inStage(item: QueueItem, stage: Stage): QueueItem {
  return { ...askedOf(item), ...travelledOf(item), ...stage };
}

function askedOf(item: QueueItem): Asked {
  const { id, url, referrer, referrerPolicy, priority, order, wish, checksum, group, again, addedAt } = item;
  const rest = { priority, order, wish, checksum, group, again, addedAt };
  return { id, url, referrer, referrerPolicy, ...placeAskedOf(item), ...rest };
}

function travelledOf(item: QueueItem): Travelled {
  const { attempt, failures, losses, furthest, refusedBy, ruled, kept, inWhole, log } = item;
  return { attempt, failures, losses, furthest, refusedBy, ruled, kept, inWhole, log };
}

/** The item with one more line in its log. */
export function noted<I extends QueueItem>(item: I, at: number, what: LogWord, detail: string | null = null): I {
  return { ...item, log: [...item.log, { at, what, detail }].slice(-LOG_LENGTH) };
}
