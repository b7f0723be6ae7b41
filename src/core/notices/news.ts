import type { FailureCode } from '../carriers/failure.ts';
import { catalogueRow } from '../catalogue/row.ts';
import { isGranted } from '../links/origin-patterns.ts';
import { type Group, type ItemIn, type QueueItem, type Status, UNENDED_STATUSES } from '../queue/item.ts';

/** Something that the user is told of where no page of ours is open. One notification each, never one a file. */
export type News =
  /** The last file of a group has ended. */
  | { readonly about: 'group'; readonly group: Group; readonly done: number; readonly failed: number }
  /** Nothing is left to do. `name`: of the file, where it was one. */
  | { readonly about: 'queue'; readonly done: number; readonly name: string | null }
  /** Only the user can help. `allow`: the host whose grant would. */
  | { readonly about: 'failure'; readonly item: ItemIn<'failed'>; readonly name: string; readonly allow: string | null }
  /** So many at once that one by one they would be a flood. */
  | { readonly about: 'failures'; readonly count: number };

/** What has ended since the user was last told, and what is left. */
export interface Seen {
  readonly ended: readonly QueueItem[];
  /** Of the groups of those. */
  readonly groups: readonly { readonly group: Group; readonly counts: Readonly<Record<Status, number>> }[];
  readonly counts: Readonly<Record<Status, number>>;
  /** Files that are done since there was last nothing to do. */
  readonly doneInAll: number;
  readonly granted: readonly string[];
}

/** Of what the user wants to hear. */
export interface Wanted {
  readonly notifyDone: boolean;
  readonly notifyFailed: boolean;
}

/** Failures at once of which each is told by itself. */
const MOST_FAILURES = 3;

export function newsOf(seen: Seen, { notifyDone, notifyFailed }: Wanted): readonly News[] {
  const groups = seen.groups.flatMap(groupNews);
  const told = new Set(notifyDone ? groups.map(({ group }) => group.id) : []);
  // The news of a group says how many of it failed.
  const alone = seen.ended.filter(({ group }) => group === null || !told.has(group.id));
  return [
    ...(notifyFailed ? failureNews(alone, seen.granted) : []),
    ...(notifyDone ? [...groups, ...queueNews(alone, seen)] : []),
  ];
}

function groupNews({ group, counts }: Seen['groups'][number]): readonly (News & { about: 'group' })[] {
  const isOver = UNENDED_STATUSES.every(status => counts[status] === 0);
  // Who cancels all of it knows.
  if (!isOver || counts.done + counts.failed === 0) return [];
  return [{ about: 'group', group, done: counts.done, failed: counts.failed }];
}

function failureNews(ended: readonly QueueItem[], granted: readonly string[]): readonly News[] {
  const failed = ended.filter(item => item.status === 'failed');
  if (failed.length > MOST_FAILURES) return [{ about: 'failures', count: failed.length }];
  return failed.map(item => ({ about: 'failure', item, name: nameOf(item), allow: hostToAllow(item, granted) }));
}

/** Where the server refuses, our own request can say which page the link is from. */
const REFUSALS: readonly FailureCode[] = ['unauthorized', 'forbidden'];

function hostToAllow({ url, referrer, reason }: ItemIn<'failed'>, granted: readonly string[]): string | null {
  const helps = reason.code === 'no-access' || (REFUSALS.includes(reason.code) && referrer !== null);
  return helps && !isGranted(url, granted) ? new URL(url).hostname : null;
}

/** What the user has paused is not left to do: it waits for a word. */
const AT_WORK = ['queued', 'starting', 'running', 'saving', 'waiting'] as const satisfies readonly Status[];

export function isIdle(counts: Readonly<Record<Status, number>>): boolean {
  return AT_WORK.every(status => counts[status] === 0);
}

function queueNews(alone: readonly QueueItem[], { counts, doneInAll }: Seen): readonly News[] {
  const done = alone.filter(({ status }) => status === 'done');
  const [first] = done;
  if (first === undefined || !isIdle(counts)) return [];
  return [{ about: 'queue', done: doneInAll, name: doneInAll === 1 ? nameOf(first) : null }];
}

function nameOf(item: QueueItem): string {
  return catalogueRow(item).name;
}
