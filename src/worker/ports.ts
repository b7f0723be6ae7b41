import type { Records } from '../carriers/background-fetch/records.ts';
import type { Carriers } from '../carriers/carrier.ts';
import type { HeaderRule } from '../core/carriers/header-rules.ts';
import type { ProbeResult } from '../core/carriers/probe-result.ts';
import type { Clearing } from '../core/history/clearing.ts';
import type { Find } from '../core/history/find.ts';
import type { Retention } from '../core/history/retention.ts';
import type { BackedUp } from '../core/queue/backup.ts';
import type { Group, QueueItem, Status } from '../core/queue/item.ts';
import type { KeptPart } from '../core/queue/plan.ts';
import type { Removal } from '../core/queue/removal.ts';
import type { Chooser } from '../core/queue/schedule.ts';
import type { SiteGate } from '../core/queue/site-gate.ts';
import type { Rule } from '../core/rules/rule.ts';
import type { WatchList } from '../core/queue/watchdog.ts';
import type { BadgeFigure, Settings } from '../core/settings.ts';
import type { Words } from '../messages/words.ts';
import type { NoticesPort } from './notices-port.ts';
import type { DownloadsPort } from './downloads-port.ts';

/** Everything outside that the queue keeper uses. `main.ts` fills it with the browser, tests with memory. */
export interface Ports {
  readonly items: ItemStore;
  readonly settings: { read(): Promise<Settings>; write(settings: Settings): Promise<void> };
  /** The user's rules, in their order. */
  readonly rules: { read(): Promise<readonly Rule[]>; write(rules: readonly Rule[]): Promise<void> };
  readonly session: { isNew(): Promise<boolean>; begin(): Promise<void> };
  readonly carriers: Carriers;
  readonly downloads: DownloadsPort;
  readonly parcels: ParcelsPort;
  readonly watchList: { read(): Promise<WatchList>; write(list: WatchList): Promise<void> };
  readonly parts: PartsPort;
  /** Background Fetch registrations that the browser has. */
  readonly registrationIds: () => Promise<readonly string[]>;
  /** The records of one that runs: what of them is there already. null when the browser has no such registration. */
  readonly openFetch: (registration: string) => Promise<Records | null>;
  readonly probe: (url: string) => Promise<ProbeResult>;
  /** Match patterns of the hosts that the user has granted. */
  readonly grants: () => Promise<readonly string[]>;
  readonly setHeaderRules: (rules: readonly HeaderRule[]) => Promise<void>;
  /** Sets the one alarm (ms since the epoch), or clears it. */
  readonly setWake: (at: number | null) => Promise<void>;
  /** Whether the browser is to ask us what to call the downloads that it begins. */
  readonly listenForNames: (isNeeded: boolean) => void;
  readonly showBadge: (badge: {
    readonly counts: Record<Status, number>;
    readonly figure: BadgeFigure;
    /** Of what travels; null while unknown. Not asked where nothing is shown of it. */
    readonly percent: () => Promise<number | null>;
  }) => Promise<void>;
  readonly notices: NoticesPort;
  /** Tells the user of a fault that no caller waits for: the store cannot be read, say. */
  readonly complain: (fault: unknown) => void;
  readonly words: Words;
  readonly backup: {
    mark(): Promise<BackupMark>;
    items(): Promise<readonly BackedUp[]>;
    /** Writes the mark, and the items unless they are null: then they stay as they are. */
    write(backup: Backup): Promise<void>;
  };
  /** Whether the network is there, and when it was last seen away (ms since the epoch; null: never). */
  readonly network: () => Promise<{ readonly isOnline: boolean; readonly awayAt: number | null }>;
  /** A newer version of the extension that waits, and whose coming would close no page under the user's eyes. */
  readonly update: { isWaiting(): Promise<boolean>; apply(): void };
  /** IANA name of the user's time zone. */
  readonly zone: () => string;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Of [0, 1). */
  readonly random: () => number;
  readonly newId: () => string;
}

/** What is known of the queue outside its store. */
export interface Backup {
  readonly mark: BackupMark;
  readonly items: readonly BackedUp[] | null;
}
export interface BackupMark {
  /** Tells whether the queue has changed since. */
  readonly stamp: string;
  /** The mark of the store that it was made of; null before the first. */
  readonly birth: string | null;
  /** How many items it has. */
  readonly size: number;
}

/** Parts of files that are not complete yet. They outlive the browser. */
export interface PartsPort {
  /** Resolves when the part is safe. */
  write(item: string, part: KeptPart, bytes: Blob): Promise<void>;
  /** Those of these parts that are there and have their size, by reference, by the first byte of each. */
  read(item: string, parts: readonly KeptPart[]): Promise<ReadonlyMap<number, Blob>>;
  /** Removes all parts of an item; none is no error. */
  forget(item: string): Promise<void>;
  /** The ids of the items that have, or had, parts here. */
  owners(): Promise<readonly string[]>;
}

export interface ParcelsPort {
  /** Gives a Blob to the offscreen document; answers its object URL. */
  pack(blob: Blob): Promise<string>;
  heldUrls(): Promise<readonly string[]>;
  release(objectUrl: string): Promise<void>;
}

/** The queue on disk. A promise that resolves means that a death of the worker does not undo it. */
export interface ItemStore {
  /** Writes these items, new or not, and shuts these gates, in one transaction. A gate is never opened earlier by it. */
  save(items: readonly QueueItem[], gates?: readonly SiteGate[]): Promise<void>;
  /**
   * Reads these items, in this order, and writes what `decide` makes of them, in one transaction. `decide` must not wait
   * for anything. Answers what it has decided.
   */
  update<D extends Decided>(
    ids: readonly string[],
    decide: (found: readonly (QueueItem | undefined)[]) => D,
  ): Promise<D>;
  /** Writes items that are new for certain, in one transaction: quicker than `save`. */
  add(items: readonly QueueItem[]): Promise<void>;
  /** In no certain order; unknown ids are passed over. */
  get(ids: readonly string[]): Promise<readonly QueueItem[]>;
  /** All that a wake decides by, as of one moment. */
  load(now: number, farthest: number): Promise<Loaded>;
  /** Items that the browser works for, or may. */
  live(): Promise<readonly QueueItem[]>;
  /** Items whose browser download stands still. */
  held(): Promise<readonly QueueItem[]>;
  /** Offers the queued items to the chooser, by priority and then by order, and answers those that it took. */
  nextQueued(chooser: Chooser): Promise<readonly QueueItem[]>;
  /** What is still to come, as of one moment. */
  outlook(): Promise<Outlook>;
  openGates(sites: readonly string[]): Promise<void>;
  /** The items of each of these URLs, in the same order. */
  withUrls(urls: readonly string[]): Promise<readonly (readonly QueueItem[])[]>;
  /** Whether a file of this name and size (bytes) is done. */
  hasFile(name: string, size: number): Promise<boolean>;
  /** The least and the greatest order key; null in an empty queue. */
  ends(): Promise<{ first: string | null; last: string | null }>;
  /** The order key next to this one, or null. */
  neighbour(order: string, side: 'before' | 'after'): Promise<string | null>;
  counts(): Promise<Record<Status, number>>;
  /** What the popup asks for again and again, as of one moment. */
  glance(): Promise<{ readonly counts: Record<Status, number>; readonly removal: Removal | null }>;
  idsIn(statuses: readonly Status[]): Promise<readonly string[]>;
  idsOfGroup(group: string, statuses: readonly Status[]): Promise<readonly string[]>;
  /** The groups that have items which have not ended, by order, and how many items of each status each has. */
  groups(): Promise<readonly GroupCounts[]>;
  /** The same of one group, ended or not; null when it has no items. */
  countsOfGroup(id: string): Promise<GroupCounts | null>;
  page(query: ItemQuery): Promise<ItemPage>;
  /** Takes items out of the queue; they can be brought back as the removal of `at` (ms since the epoch). */
  remove(ids: readonly string[], at: number): Promise<void>;
  /** The last removal; null when there is none. */
  lastRemoval(): Promise<Removal | null>;
  /** Brings the items of a removal back as `revive` makes them, and answers how many there were. */
  restore(at: number, revive: (item: QueueItem) => QueueItem): Promise<number>;
  /** Forgets some of the ends that are too many or too old, the oldest first; answers how many. */
  forgetEnded(retention: Retention, now: number): Promise<number>;
  clearedIds(clearing: Clearing): Promise<readonly string[]>;
  /** The number of the next sending of links, from 1. */
  nextBatch(): Promise<number>;
  /** The mark that `markBirth` has set; null in a store that is new. */
  birth(): Promise<string | null>;
  markBirth(mark: string): Promise<void>;
  /** Forgets what was removed at this time (ms since the epoch) or earlier, for good. */
  forgetRemoved(until: number): Promise<void>;
}

export interface Decided {
  readonly items: readonly QueueItem[];
  readonly gates: readonly SiteGate[];
}

export interface Loaded {
  readonly live: readonly QueueItem[];
  /** Waiting items whose time has come, or lies beyond `farthest`. */
  readonly due: readonly QueueItem[];
  readonly gates: readonly SiteGate[];
  /** When the oldest removal that can be undone was made; null when there is none. */
  readonly removedAt: number | null;
}

export interface Outlook {
  readonly counts: Record<Status, number>;
  readonly nextDueAt: number | null;
  /** Gates of sites that have queued items. */
  readonly gates: readonly SiteGate[];
  /** When the oldest removal that can be undone was made; null when there is none. */
  readonly removedAt: number | null;
}

export interface GroupCounts {
  readonly group: Group;
  readonly counts: Record<Status, number>;
}

export interface ItemQuery extends Find {
  readonly offset: number;
  readonly limit: number;
  /** null: all, by order. Otherwise the items of these statuses, one status after the other. */
  readonly statuses: readonly Status[] | null;
  readonly newestFirst: boolean;
  /** Only what has ended, by its end. */
  readonly byEnd: boolean;
  /** The id of a group whose items are wanted; null: of all. With a group, `statuses` and `search` are not looked at. */
  readonly group: string | null;
}
export interface ItemPage {
  readonly total: number;
  readonly items: readonly QueueItem[];
}
