import { siteOf } from '../core/links/site.ts';
import { lastName } from '../core/naming/last-name.ts';
import { withoutNumber } from '../core/naming/numbered-name.ts';
import { PRIORITIES, type QueueItem } from '../core/queue/item.ts';
import type { StoredItem } from './item-schema.ts';

/** Apart from the schema: who only reads needs no list of public suffixes. */
export function stored(item: QueueItem): StoredItem {
  return { ...item, rank: PRIORITIES.indexOf(item.priority), site: siteOf(item.url), files: filesOf(item) };
}

function filesOf(item: QueueItem): StoredItem['files'] {
  if (item.status !== 'done') return [];
  const name = lastName(item.path);
  return [...new Set([name, withoutNumber(name)])].map(each => [each, item.bytes]);
}
