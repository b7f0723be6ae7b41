import { FAILURE_CODES, type FailureCode } from '../../src/core/carriers/failure.ts';
import { isGranted } from '../../src/core/links/origin-patterns.ts';
import type { ListedItem } from '../../src/messages/listing.ts';

/**
 * What the user can do about a failure with one click. `page` opens the page that the link stood on, `link` the link
 * itself; `folder` shows the download folder, `list` the browser's own list, `settings` where it saves files.
 */
export type Remedy = 'retry' | 'allow' | 'page' | 'sign-in' | 'link' | 'list' | 'folder' | 'settings';

/** The nearest to help first; of those that make sense for an item two are offered. */
const REMEDIES = {
  'not-found': ['page', 'link'],
  gone: ['page', 'link'],
  unauthorized: ['allow', 'sign-in'],
  forbidden: ['allow', 'page', 'link'],
  'bad-answer': ['link', 'retry'],
  'rate-limited': ['retry'],
  'server-error': ['retry'],
  unreachable: ['retry', 'link'],
  'timed-out': ['retry'],
  interrupted: ['retry'],
  stalled: ['retry'],
  lost: ['retry'],
  offline: ['retry'],
  'wrong-size': ['retry'],
  changed: ['retry'],
  'no-parts': ['retry'],
  unreadable: ['allow', 'retry'],
  refused: ['retry', 'link'],
  'quota-exceeded': ['retry', 'folder'],
  'wrong-checksum': ['page', 'retry'],
  'disk-full': ['retry', 'folder'],
  'bad-name': ['settings', 'retry'],
  'no-write-access': ['settings', 'retry'],
  blocked: ['list'],
  'entry-removed': ['folder', 'retry'],
  'bad-redirect': ['page', 'link'],
  'bad-certificate': ['link', 'retry'],
  'no-access': ['allow', 'retry'],
} as const satisfies Record<FailureCode, readonly Remedy[]>;

/** Buttons of one row: more would be a menu. */
const MOST = 2;

type Failed = Pick<ListedItem, 'url' | 'status' | 'error' | 'referrer' | 'needs'>;

/** What is offered for an item that has failed. What waits helps itself, or has a question of its own. */
export function remediesOf(item: Failed, granted: readonly string[]): readonly Remedy[] {
  const code = FAILURE_CODES.find(each => each === item.error?.code);
  if (code === undefined || item.status !== 'failed') return [];
  return REMEDIES[code].filter(remedy => makesSense(remedy, item, granted)).slice(0, MOST);
}

function makesSense(remedy: Remedy, { url, referrer, error }: Failed, granted: readonly string[]): boolean {
  if (remedy === 'page') return referrer !== null;
  if (remedy !== 'allow') return true;
  // Where a server refuses, access helps only by the page that our own request can name.
  const isRefusal = error?.code === 'unauthorized' || error?.code === 'forbidden';
  return !isGranted(url, granted) && (!isRefusal || referrer !== null);
}
