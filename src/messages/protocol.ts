import type { ItemDetails, ListAnswer, ListAsk, ListedGroup } from './listing.ts';
import type { CarrierName } from '../core/carriers/carrier-name.ts';
import type { Priority, Status } from '../core/queue/item.ts';
import type { Conflict } from '../core/naming/conflict.ts';
import type { Settlement } from '../core/queue/settling.ts';
import type { ReferrerPolicy } from '../core/links/referrer-policy.ts';
import type { Rule } from '../core/rules/rule.ts';
import type { Settings } from '../core/settings.ts';
import type { KnownLinksAnswer, KnownLinksAsk, ProbeSizesAnswer, ProbeSizesAsk } from './chooser.ts';
import type { MaskAsk, MaskPreview } from './mask.ts';
import type { StartFetchAsk } from './offscreen.ts';
import type { FoundLink } from '../core/links/found-link.ts';
import type { CheckRuleAnswer, ImportRulesAsk, RulesAnswer, TestRulesAnswer, TestRulesAsk } from './rules.ts';

/**
 * Every message of the extension, once, keyed by who answers it.
 *
 * The first four of the worker are the wire that tools and tests drive too: they stay stable. Asks arrive as JSON
 * from another process, so the answering side parses them as `unknown`; these types are what a well-behaved caller
 * sends and gets.
 */
export interface Protocol {
  worker: {
    enqueue(ask: EnqueueAsk): EnqueueAnswer;
    list(ask: ListAsk): ListAnswer;
    control(ask: ControlAsk): ControlAnswer;
    settings(ask: { set?: Partial<Settings> }): Settings;
    /** All that is known of one item, how far it is now among it. */
    details(ask: { id: string }): ItemDetails;
    /** Counts by status, for the badge-sized view of the queue, and what waits for the user's eye. */
    summary(ask: Nothing): Summary;
    /** The groups that have items which have not ended. */
    groups(ask: Nothing): { groups: ListedGroup[] };
    /** Brings back what was removed last, within ten minutes. */
    undo(ask: Nothing): { restored: number };
    /** Removes what has ended well or was cancelled; failed items stay until they are removed by hand. */
    'clear-finished'(ask: Nothing): ControlAnswer;
    /** Reads the links of a tab that the user has pointed at; pictures behind its elements only where asked for. */
    'read-page'(ask: { tabId: number; backgrounds?: boolean }): PageLinks;
    /** Links that a gesture has put aside for the chooser. */
    'read-basket'(ask: { basket: string }): { pages: PageLinks[] };
    /** Which links are in the queue already, or were downloaded before. */
    'known-links'(ask: KnownLinksAsk): KnownLinksAnswer;
    /** Asks the servers of granted hosts how big their files are. */
    'probe-sizes'(ask: ProbeSizesAsk): ProbeSizesAnswer;
    /** What a mask of names makes of a file, by the clock of now. */
    'preview-mask'(ask: MaskAsk): MaskPreview;
    'dismiss-notice'(ask: Nothing): Nothing;
    /** Shows the file of an item that is done, by its id, in its folder. */
    'show-file'(ask: { id: string }): Nothing;
    /** Deletes the file of an item that is done. The item stays in the history, as one whose file is missing. */
    'delete-file'(ask: { id: string }): Nothing;
    /** Clears away what has ended: longer ago than so many days, of a site, in one way or another. Files stay. */
    'clear-history'(ask: {
      olderThan?: number;
      site?: string;
      statuses?: ('done' | 'failed' | 'cancelled')[];
    }): ControlAnswer;
    /** The user's rules, after putting those of `set` in their place: all of them, or none. */
    rules(ask: { set?: readonly Rule[] }): RulesAnswer;
    /** Which rule decides about a link, and why. */
    'test-rules'(ask: TestRulesAsk): TestRulesAnswer;
    /** What is wrong with a rule that is being written. One that cannot be kept is an answer, not an error. */
    'check-rule'(ask: { rule: Rule }): CheckRuleAnswer;
    'export-rules'(ask: Nothing): { text: string };
    /** Puts the rules of an exported text in the place of all, or behind them: all of them, or none. */
    'import-rules'(ask: ImportRulesAsk): RulesAnswer;
    /** Another request of a running Background Fetch has been answered. */
    'fetch-moved'(ask: { registration: string }): Nothing;
    /** The next download of the page that says it is to be left to the browser. */
    bypass(ask: Nothing): Nothing;
    /** Sends the link that was clicked with Alt held. Its page is known by the sender. */
    'send-link'(ask: ClickedLink): Nothing;
  };
  offscreen: {
    /** Registers a Background Fetch; only a document may (Chromium ≥ 149). */
    'start-fetch'(ask: StartFetchAsk): Nothing;
    /** How far a Background Fetch is; `known` is false when the browser has no such registration. */
    'fetch-progress'(ask: { registration: string }): { known: boolean; bytes: number; total: number };
    /** Which object URLs the document holds. */
    'held-urls'(ask: Nothing): { urls: string[] };
    release(ask: { objectUrl: string }): Nothing;
  };
}

export type Nothing = Record<string, never>;

/** All that a content script of ours may send: its page may have taken it over. */
export const OF_CONTENT_SCRIPTS = ['bypass', 'send-link'] as const satisfies readonly Name<'worker'>[];

export interface LinkAsk {
  url: string;
  referrer?: string;
  /** How much of the referrer may be sent, as the page says it; as browsers do it by themselves when absent. */
  referrerPolicy?: ReferrerPolicy;
  name?: string;
  folder?: string;
  /** A mask of names; a `name` goes before it. */
  mask?: string;
  /** What becomes of the file where its name is taken. */
  conflict?: Conflict;
  /** The `download` attribute of the link, the title of the page, the text of the link: of use for a name. */
  download?: string;
  title?: string;
  text?: string;
  priority?: Priority;
  carrier?: CarrierName;
  /** `sha-256:<hex>`, `sha-1:<hex>` or `md5:<hex>`. */
  checksum?: string;
  group?: string;
}
export type ClickedLink = Pick<LinkAsk, 'url' | 'referrerPolicy' | 'download' | 'title' | 'text'>;
export interface EnqueueAsk {
  links: LinkAsk[];
  paused?: boolean;
  /** Take links again that are in the queue or were downloaded before. */
  again?: boolean;
  /** The same for all links that do not say it themselves. */
  folder?: string;
  mask?: string;
  conflict?: Conflict;
  /** More links of an earlier sending: its number, as that was answered, and the place of the first of these in it. */
  batch?: number;
  from?: number;
}
export interface Skipped {
  url: string;
  /** A sentence for people. */
  reason: string;
  code: string;
}
export interface EnqueueAnswer {
  ids: string[];
  skipped: Skipped[];
  /** What was changed in links that were taken. */
  notes: Skipped[];
  /** The number of this sending. */
  batch: number;
}

export const CONTROL_ACTIONS = [
  'pause',
  'resume',
  'cancel',
  'retry',
  'remove',
  'top',
  'bottom',
  'move',
  'prioritize',
  'settle',
  'go-without',
] as const;
export type ControlAction = (typeof CONTROL_ACTIONS)[number];
/** Whom: `ids`, all, or a group by its id. */
export interface ControlAsk {
  ids?: string[] | 'all';
  group?: string;
  action: ControlAction;
  /** For `move`: the id of the item before which the others are to stand; null is the end of the list. */
  before?: string | null;
  /** For `move`, instead of `before`: the id of the item behind which they are to stand; null is the beginning. */
  after?: string | null;
  /** For `prioritize`; for `move` the one that those which move take on, where it is said. */
  priority?: Priority;
  /** For `settle`: what becomes of a file whose name is taken. */
  conflict?: Settlement;
}
export interface ControlAnswer {
  changed: number;
  /** Named items for which the action makes no sense, each with a sentence; with `all` they are passed over. */
  refused: { id: string; reason: string }[];
}

export interface Summary {
  counts: Record<Status, number>;
  notice: Notice | null;
  /** Everything is paused, and what is added will be. */
  hold: boolean;
  /** How many items `undo` would bring back. */
  removed: number;
}
/** Something that happened without a window of ours to say it in. */
export interface Notice {
  kind: 'sent' | 'nothing-found' | 'page-refused' | 'fault';
  text: string;
  at: number;
}

export interface PageLinks {
  title: string;
  url: string;
  links: FoundLink[];
  /** Links beyond the cap that were left out. */
  leftOut: number;
  /** Addresses that are not of the web (`javascript:`, `data:`, `mailto:`), or are too long to be one. */
  unusable: number;
  /** Frames that could not be read: they are of sites that are not granted. */
  unreadFrames: number;
}

export type Answerer = keyof Protocol;
export type Name<A extends Answerer> = keyof Protocol[A] & string;
type Call<A extends Answerer, N extends Name<A>> = Protocol[A][N] extends (ask: infer Ask) => infer Answer
  ? { ask: Ask; answer: Answer }
  : never;
export type AskOf<A extends Answerer, N extends Name<A>> = Call<A, N>['ask'];
export type AnswerOf<A extends Answerer, N extends Name<A>> = Call<A, N>['answer'];

export interface Envelope {
  to: Answerer;
  name: string;
  ask: unknown;
}
export type Reply<T> = { ok: true; answer: T } | { ok: false; error: { code: string; message: string } };
