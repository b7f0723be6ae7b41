import { signal } from '@preact/signals';
import { words } from '../src/platform/words.ts';
import { sayCount } from './say.ts';
import { type Event, SILENT, type Spoken, takeTurn, type Word } from './view/announcement.ts';

/** What the live region of the page says now. */
export const announced = signal('');

let voice = SILENT;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something at once: the answer to what the user just did. What happens by itself waits until it is heard. */
export function announce(text: string): void {
  voice = { ...voice, spokeAt: Date.now() };
  // A region that gets the same text again stays silent.
  announced.value = announced.value === text ? `${text}\u00A0` : text;
}

/** Says what happened by itself, together and not too often. What has to wait is said without being asked again. */
export function announceEvents(events: readonly Event[], now: number): void {
  const turn = takeTurn(voice, events, now);
  voice = turn.voice;
  clearTimeout(timer);
  if (turn.again !== null) timer = setTimeout(() => announceEvents([], Date.now()), turn.again);
  if (turn.say.length > 0) announce(turn.say.map(sentenceOf).join('. '));
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
