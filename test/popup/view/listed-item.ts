import { STATUSES, type Status } from '../../../src/core/queue/item.ts';
import type { ListedGroup, ListedItem } from '../../../src/messages/listing.ts';

/** An item as the worker lists it, with what a test cares for. */
export function listedItem(some: Partial<ListedItem> = {}): ListedItem {
  return {
    id: 'a',
    url: 'https://www.example.org/pub/file.zip',
    status: 'queued',
    carrier: null,
    name: 'file.zip',
    path: null,
    bytes: 0,
    total: null,
    isInParts: false,
    finalUrl: null,
    clash: null,
    needs: null,
    wanted: null,
    danger: null,
    attempt: 0,
    furthest: 0,
    error: null,
    priority: 'normal',
    referrer: null,
    dueAt: null,
    group: null,
    waitsFor: null,
    isMissing: false,
    downloadId: null,
    log: [],
    ...some,
  };
}

/** How many items have which status; none of those that are not named. */
export function counts(some: Partial<Record<Status, number>>): Record<Status, number> {
  return Object.fromEntries(STATUSES.map(status => [status, some[status] ?? 0])) as Record<Status, number>;
}

/** A group as the worker lists it. */
export function listedGroup(
  id: string,
  some: Partial<Record<Status, number>>,
  rest: Partial<ListedGroup> = {},
): ListedGroup {
  const total = Object.values(some).reduce((sum, count) => sum + count, 0);
  return { id, title: `Group ${id}`, counts: counts(some), total, progress: 0, ...rest };
}
