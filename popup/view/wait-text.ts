import type { ListedItem } from '../../src/messages/listing.ts';
import { clockText, momentText } from './duration-text.ts';
import type { Phrase } from './sentence.ts';
import { hostText } from './visible-name.ts';

const MINUTE = 60_000;

/** What keeps a queued item from starting, beyond the places that are taken. */
export interface WaitText {
  readonly text: Phrase;
  /** The text says of which host it speaks. */
  readonly namesHost: boolean;
}

/** Why a queued item waits; null when it only waits for its turn. */
export function waitText(
  { waitsFor, url }: Pick<ListedItem, 'waitsFor' | 'url'>,
  now: number,
  locale?: string,
  zone?: string,
): WaitText | null {
  if (waitsFor === null) return null;
  const { why, until } = waitsFor;
  switch (why) {
    case 'held':
      return { text: ['waits_held'], namesHost: false };
    case 'offline':
      return { text: ['waits_offline'], namesHost: false };
    case 'closed': {
      const text: Phrase = until === null ? ['waits_closed'] : ['waits_startsAt', clockText(until, now, locale, zone)];
      return { text, namesHost: false };
    }
    case 'retry-after': {
      // Rounded up: a pause until 14:05 is not over when 14:05 begins.
      const end = clockText(Math.ceil((until ?? now) / MINUTE) * MINUTE, now, locale, zone);
      return { text: ['waits_retryAfter', hostText(url), end], namesHost: true };
    }
    case 'delay':
      return { text: ['waits_startsIn', momentText(Math.max(until ?? now, now), now, locale)], namesHost: false };
  }
}
