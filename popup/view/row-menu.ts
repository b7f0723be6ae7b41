import type { ListedItem } from '../../src/messages/listing.ts';
import type { RowView } from './row-view.ts';

/** What the menu of a row can do, beyond its buttons. */
export type MenuAct = 'open' | 'show' | 'copy-link' | 'copy-path' | 'again' | 'retry' | 'delete-file';

type Known = Pick<ListedItem, 'status' | 'isMissing' | 'downloadId'>;

/** From the nearest to hand to what cannot be undone. A file that is not there, or not known, is not offered. */
export function menuOf({ status, isMissing, downloadId }: Known, { canRetry }: Pick<RowView, 'canRetry'>): MenuAct[] {
  if (status !== 'done') return canRetry ? ['copy-link', 'retry'] : ['copy-link'];
  if (isMissing) return ['copy-link', 'again'];
  if (downloadId === null) return ['copy-link', 'copy-path', 'again'];
  return ['open', 'show', 'copy-link', 'copy-path', 'again', 'delete-file'];
}
