import type { Carriers, Progress } from '../carriers/carrier.ts';
import type { HeaderRule } from '../core/carriers/header-rules.ts';
import type { ProbeResult } from '../core/carriers/probe-result.ts';
import type { QueueItem, Status } from '../core/queue/item.ts';
import type { DownloadFact } from '../core/queue/reconcile.ts';
import type { WatchList } from '../core/queue/watchdog.ts';
import type { Settings } from '../core/settings.ts';
import type { Words } from '../messages/words.ts';

/** Everything outside that the queue keeper uses. `main.ts` fills it with the browser, tests with memory. */
export interface Ports {
  readonly items: ItemStore;
  readonly settings: { read(): Promise<Settings>; write(settings: Settings): Promise<void> };
  readonly session: { isNew(): Promise<boolean>; begin(): Promise<void> };
  readonly carriers: Carriers;
  readonly downloads: DownloadsPort;
  readonly parcels: ParcelsPort;
  readonly watchList: { read(): Promise<WatchList>; write(list: WatchList): Promise<void> };
  /** Background Fetch registrations that the browser has. */
  readonly registrationIds: () => Promise<readonly string[]>;
  readonly probe: (url: string) => Promise<ProbeResult>;
  /** Match patterns of the hosts that the user has granted. */
  readonly grants: () => Promise<readonly string[]>;
  readonly setHeaderRules: (rules: readonly HeaderRule[]) => Promise<void>;
  /** Sets the one alarm (ms since the epoch), or clears it. */
  readonly setWake: (at: number | null) => Promise<void>;
  readonly showBadge: (counts: Record<Status, number>) => Promise<void>;
  /** Tells the user of a fault that no caller waits for: the store cannot be read, say. */
  readonly complain: (fault: unknown) => void;
  readonly words: Words;
  readonly isOnline: () => boolean;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Of [0, 1). */
  readonly random: () => number;
  readonly newId: () => string;
}

export interface DownloadsPort {
  /** Saves a blob's object URL under a relative path; answers the browser's id. Rejects with `FailedAttempt`. */
  start(job: { url: string; filename: string | null }): Promise<number>;
  progress(downloadId: number): Promise<Progress | null>;
  hold(downloadId: number): Promise<void>;
  /** Rejects when the browser cannot go on with it. */
  goOn(downloadId: number): Promise<void>;
  /** What the browser says of these ids, and of the latest downloads of ours that were asked for with these URLs. */
  find(ids: readonly number[], urls: readonly string[]): Promise<readonly DownloadFact[]>;
  /** Whether the browser downloads anything at this moment, for us, for the user or for anyone. */
  isAnyRunning(): Promise<boolean>;
  /** Downloads of ours that have not ended, paused ones among them. */
  unfinished(): Promise<readonly DownloadFact[]>;
}

export interface ParcelsPort {
  /** Gives a Blob to the offscreen document; answers its object URL. */
  pack(blob: Blob): Promise<string>;
  heldUrls(): Promise<readonly string[]>;
  release(objectUrl: string): Promise<void>;
}

/** The queue on disk. A promise that resolves means that a death of the worker does not undo it. */
export interface ItemStore {
  /** Writes these items in one transaction, new or not. */
  save(items: readonly QueueItem[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** In no certain order; unknown ids are passed over. */
  get(ids: readonly string[]): Promise<readonly QueueItem[]>;
  /** Items that the browser works for, or may. */
  live(): Promise<readonly QueueItem[]>;
  /** The first queued items, by priority and then by order. */
  nextQueued(count: number): Promise<readonly QueueItem[]>;
  /** Waiting items whose time has come (ms since the epoch), or lies beyond `farthest`. */
  due(now: number, farthest: number): Promise<readonly QueueItem[]>;
  nextDueAt(): Promise<number | null>;
  /** The items of each of these URLs, in the same order. */
  withUrls(urls: readonly string[]): Promise<readonly (readonly QueueItem[])[]>;
  /** The least and the greatest order key; null in an empty queue. */
  ends(): Promise<{ first: string | null; last: string | null }>;
  counts(): Promise<Record<Status, number>>;
  idsIn(statuses: readonly Status[]): Promise<readonly string[]>;
  page(query: ItemQuery): Promise<ItemPage>;
}

export interface ItemQuery {
  readonly offset: number;
  readonly limit: number;
  /** null: all, by order. Otherwise the items of these statuses, one status after the other. */
  readonly statuses: readonly Status[] | null;
  /** '' finds all. */
  readonly search: string;
  readonly newestFirst: boolean;
}
export interface ItemPage {
  readonly total: number;
  readonly items: readonly QueueItem[];
}
