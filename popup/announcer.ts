import { signal } from '@preact/signals';
import { words } from '../src/platform/words.ts';
import { sayCount } from './say.ts';
import { type Event, type Spoken, spoken, type Word } from './view/announcement.ts';

/** ms between two announcements of what happened by itself: a screen reader must be able to finish. */
const LEAST_PAUSE = 4_000;

/** What the live region of the page says now. */
export const announced = signal('');

let pending: Event[] = [];
let saidAt = 0;

/** Says something at once: the answer to what the user just did. */
export function announce(text: string): void {
  // A region that gets the same text again stays silent.
  announced.value = announced.value === text ? `${text}\u00A0` : text;
}

/** Says what happened by itself, together and not too often. Called at each look, with or without events. */
export function announceEvents(events: readonly Event[], now: number): void {
  pending.push(...events);
  if (pending.length === 0 || now - saidAt < LEAST_PAUSE) return;
  announce(spoken(pending).map(sentenceOf).join('. '));
  pending = [];
  saidAt = now;
}

const ONE = {
  started: 'popup_saidStarted',
  done: 'popup_saidDone',
  failed: 'popup_saidFailed',
  asks: 'clash_saidAsks',
  needs: 'access_saidNeeds',
} as const satisfies Record<Word, string>;

function sentenceOf({ word, count, name }: Spoken): string {
  return count === 1 ? words(ONE[word], name) : sayCount(ONE[word], count);
}
