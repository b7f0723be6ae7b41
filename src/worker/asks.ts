import type { Effect } from '../core/queue/effect.ts';
import type { QueueItem } from '../core/queue/item.ts';
import { objectUrlOf } from '../core/queue/item-jobs.ts';

/** A download that the browser was asked for, until it has told the id. */
export interface Ask {
  readonly url: string;
  readonly item: QueueItem;
  /** The browser has asked what to call it. */
  isNamed: boolean;
}

/** What this life of the worker has asked the browser to download and does not know the id of yet. */
export class Asks {
  private readonly open = new Set<Ask>();

  get isEmpty(): boolean {
    return this.open.size === 0;
  }

  /** Notes what these effects of an item ask for; `close` is to be called with it in any case. */
  begin(item: QueueItem, effects: readonly Effect[]): readonly Ask[] {
    const asks = effects.flatMap((effect): Ask[] => {
      const url = urlOf(item, effect);
      return url === null ? [] : [{ url, item, isNamed: false }];
    });
    for (const ask of asks) this.open.add(ask);
    return asks;
  }

  close(asks: readonly Ask[]): void {
    for (const ask of asks) this.open.delete(ask);
  }

  of(url: string): readonly Ask[] {
    return [...this.open].filter(ask => ask.url === url);
  }
}

function urlOf(item: QueueItem, { do: what }: Effect): string | null {
  if (what === 'ask') return item.url;
  return what === 'save' ? objectUrlOf(item) : null;
}
