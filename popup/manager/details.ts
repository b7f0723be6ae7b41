import { signal } from '@preact/signals';
import { LIVE_STATUSES } from '../../src/core/queue/item.ts';
import type { ItemDetails } from '../../src/messages/listing.ts';
import { send, WireError } from '../../src/messages/send.ts';
import { hearItems } from '../../src/platform/item-news.ts';
import { type Poller, startPolling } from '../poller.ts';
import { reasonOf } from '../reason-of.ts';

/** What is known of the item whose details are shown; null: not yet, or not any more. */
export const details = signal<ItemDetails | null>(null);
/** Why it cannot be read, as a sentence. */
export const detailsFault = signal<string | null>(null);

/** Asks about one item: at once, when there is news of it, and again and again while it is on its way. Answers how to stop. */
export function watchDetails(id: string): () => void {
  const polling: Poller = startPolling(
    () => read(id),
    () => document.visibilityState === 'visible' && isLive(),
  );
  const deafen = hearItems(ids => {
    if (ids.includes(id) && document.visibilityState === 'visible') void polling.refresh();
  });
  const onSeen = (): void => {
    if (document.visibilityState === 'visible') void polling.refresh();
  };
  document.addEventListener('visibilitychange', onSeen);
  return () => {
    polling.stop();
    deafen();
    document.removeEventListener('visibilitychange', onSeen);
    current = null;
  };
}

/** The item that is asked about now: a late answer about another one is dropped. */
let current: string | null = null;

async function read(id: string): Promise<void> {
  if (current !== id) details.value = null;
  current = id;
  try {
    const answer = await send('worker', 'details', { id });
    if (current !== id) return;
    details.value = answer;
    detailsFault.value = null;
  } catch (fault) {
    if (current !== id) return;
    details.value = null;
    // It was removed while one looked: the table shows that, and nothing is wrong.
    detailsFault.value = fault instanceof WireError && fault.code === 'unknown-item' ? null : reasonOf(fault);
  }
}

function isLive(): boolean {
  const status = details.value?.item.status;
  return LIVE_STATUSES.some(each => each === status);
}
