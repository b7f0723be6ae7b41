import { carrierOf, lastCarrierOf } from '../queue/item-jobs.ts';
import { filePathOf } from '../queue/file-path.ts';
import { type Group, type Priority, PRIORITIES, type QueueItem, type Status } from '../queue/item.ts';
import type { CarrierName } from '../carriers/carrier-name.ts';
import { lastName } from '../naming/last-name.ts';

/**
 * What a list of a hundred thousand items knows of each: enough to show, sort, filter and find it, and no more. What
 * moves (bytes, speed, what keeps it) is asked of the worker, for the rows in view only.
 */
export interface CatalogueRow {
  readonly id: string;
  readonly status: Status;
  /** The file's name once it is known, else the best guess. */
  readonly name: string;
  readonly host: string;
  /** Below the download folder, or where the file lies, once done; '' is the download folder itself. */
  readonly folder: string;
  /** The carrier of the present attempt, or of the last. */
  readonly carrier: CarrierName | null;
  readonly priority: Priority;
  /** The place in the queue: priority first, then the fractional index, both compared as text. */
  readonly place: string;
  /** Bytes of the whole file; null while unknown. */
  readonly size: number | null;
  /** ms since the epoch. */
  readonly addedAt: number;
  readonly endedAt: number | null;
  readonly group: Group | null;
  /** Lower case; everything that a word of the search may be found in. */
  readonly text: string;
}

const UNTOLD = { disposition: null, contentType: null, suggested: null };

export function catalogueRow(item: QueueItem): CatalogueRow {
  const path = pathOf(item);
  const name = lastName(path);
  return {
    id: item.id,
    status: item.status,
    name,
    host: new URL(item.url).host,
    folder: path.slice(0, Math.max(0, path.length - name.length - 1)),
    carrier: carrierOf(item) ?? lastCarrierOf(item),
    priority: item.priority,
    place: `${PRIORITIES.indexOf(item.priority)}${item.order}`,
    size: sizeOf(item),
    addedAt: item.addedAt,
    endedAt: 'endedAt' in item ? item.endedAt : null,
    group: item.group,
    text: [item.url, item.referrer ?? '', path].join('\n').toLowerCase(),
  };
}

function pathOf(item: QueueItem): string {
  if (item.status === 'done') return item.path;
  if ('parcel' in item) return item.parcel.filename;
  const planned = 'plan' in item && item.plan.carrier === 'browser-download' ? item.plan.filename : null;
  return planned ?? filePathOf(item, { ...UNTOLD, url: item.url });
}

function sizeOf(item: QueueItem): number | null {
  if (item.status === 'done') return item.bytes;
  if ('parcel' in item) return item.parcel.size;
  return 'plan' in item ? item.plan.total : (item.kept?.total ?? null);
}
