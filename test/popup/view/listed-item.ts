import type { ListedItem } from '../../../src/messages/protocol.ts';

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
    attempt: 0,
    error: null,
    priority: 'normal',
    referrer: null,
    dueAt: null,
    log: [],
    ...some,
  };
}
