import type { Failure } from '../carriers/failure.ts';
import type { ReferrerPolicy } from '../links/referrer-policy.ts';
import type { DownloadPlan, FetchPlan, Held, Kept, Parcel, Plan, Unanswered } from './plan.ts';

/** The ways a file can travel; docs/carriers.md says what each promises. */
export const CARRIER_NAMES = ['background-fetch', 'browser-download'] as const;
export type CarrierName = (typeof CARRIER_NAMES)[number];

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
export interface Asked {
  readonly id: string;
  /** Absolute http or https, as `URL.href` writes it, without a user name or a password, without a fragment. */
  readonly url: string;
  /** The page that the link stood on, to be sent as `Referer`. */
  readonly referrer: string | null;
  /** How much of it the page lets be sent. */
  readonly referrerPolicy: ReferrerPolicy;
  /** The file name that the user wishes; null leaves it to the server and the URL. */
  readonly name: string | null;
  /** A relative folder below the browser's download folder, with `/` between its parts. */
  readonly folder: string | null;
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
  kept: null,
  inWhole: false,
};

export interface LogEntry {
  /** ms since the epoch. */
  readonly at: number;
  readonly what: LogWord;
  readonly detail: string | null;
}
export type LogWord =
  | 'added'
  | 'sign-in-left-out'
  | 'probed'
  | 'not-fetched'
  | 'planned'
  | 'started'
  | 'found-again'
  | 'fetched'
  | 'saved'
  | 'done'
  | 'lost'
  | 'failed'
  | 'waiting'
  | 'other-carrier'
  | 'paused'
  | 'resumed'
  | 'cancelled'
  | 'retried'
  | 'halted'
  | 'restored'
  | 'had-it'
  | 'checksum-right'
  | 'checksum-unchecked'
  | 'parts-kept'
  | 'parts-dropped';

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
      /** `rule`: a file of that name and size was downloaded before, and the user wants no second one. */
      readonly by: 'user' | 'browser' | 'rule';
      readonly endedAt: number;
    };

/** Where an attempt leaves an item that has no file yet. */
export type AtRest =
  | { readonly status: 'queued'; readonly held: Held | Unanswered | null }
  | { readonly status: 'waiting'; readonly dueAt: number; readonly reason: Failure }
  | { readonly status: 'paused'; readonly held: Held | Unanswered | null }
  | {
      readonly status: 'failed';
      readonly reason: Failure;
      readonly carrier: CarrierName | null;
      readonly endedAt: number;
    };

export type QueueItem = Asked & Travelled & Stage;
export type ItemIn<S extends Status> = QueueItem & { readonly status: S };

export const LOG_LENGTH = 40;

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

/** The item in another stage: what the old stage carried is dropped. */
export function inStage(item: QueueItem, stage: Stage): QueueItem {
  const { id, url, referrer, referrerPolicy, name, folder, priority, order, wish, checksum, group } = item;
  const { again, addedAt } = item;
  const { attempt, failures, losses, furthest, refusedBy, kept, inWhole, log } = item;
  const asked = { id, url, referrer, referrerPolicy, name, folder, priority, order, wish, checksum, group };
  return { ...asked, again, addedAt, attempt, failures, losses, furthest, refusedBy, kept, inWhole, log, ...stage };
}

/** The item with one more line in its log. */
export function noted<I extends QueueItem>(item: I, at: number, what: LogWord, detail: string | null = null): I {
  return { ...item, log: [...item.log, { at, what, detail }].slice(-LOG_LENGTH) };
}
