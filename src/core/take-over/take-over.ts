import type { ForeignDownload } from './foreign-download.ts';

/**
 * A download on its way from the browser into the queue, as it is noted before the browser is told anything: whoever
 * finds it later knows by the item which of the two is to live. There is an item: it, for it was put into the queue
 * before the browser's was ended. There is none: the browser's.
 */
export interface TakeOver {
  /** Of the item that it becomes. */
  readonly itemId: string;
  /** Names the browser's session in which it was noted. */
  readonly session: string;
  /** As the browser told of its beginning. */
  readonly download: ForeignDownload;
}

/**
 * Whether the user has ended it in the browser meanwhile. A browser that is closed cancels its downloads in the user's
 * name too (Chromium 156), but nobody has seen this one stand still.
 */
export function isUsersEnd(seen: ForeignDownload | null, takeOver: TakeOver, session: string): boolean {
  if (takeOver.session !== session) return false;
  return seen === null || seen.error === 'USER_CANCELED';
}
