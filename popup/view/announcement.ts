import type { Status } from '../../src/core/queue/item.ts';
import type { ListedItem } from '../../src/messages/listing.ts';

/** What is worth saying aloud about one item. */
export type Word = 'started' | 'done' | 'failed' | 'asks' | 'needs';
/** A status, or that the user is asked what to do, or for access to a site. */
export type State = Status | 'asking' | 'needing';
export interface Event {
  readonly word: Word;
  readonly name: string;
}
interface Seen {
  readonly id: string;
  readonly state: State;
  readonly name: string;
}

const WORD_OF: Partial<Record<State, Word>> = {
  running: 'started',
  done: 'done',
  failed: 'failed',
  asking: 'asks',
  needing: 'needs',
};

export function stateOf({ status, clash, needs }: Pick<ListedItem, 'status' | 'clash' | 'needs'>): State {
  if (needs !== null) return 'needing';
  return clash === null ? status : 'asking';
}

/** What happened between two looks. What is seen for the first time says nothing: it may be long since. */
export function eventsBetween(before: ReadonlyMap<string, State>, after: readonly Seen[]): Event[] {
  return after.flatMap(({ id, state, name }) => {
    const was = before.get(id);
    const word = WORD_OF[state];
    return was === undefined || was === state || word === undefined ? [] : [{ word, name }];
  });
}

/** Events that belong together: one by its name, several by their number. What needs the user comes first, then what ended. */
export interface Spoken {
  readonly word: Word;
  readonly count: number;
  readonly name: string;
}

export function spoken(events: readonly Event[]): Spoken[] {
  return (['asks', 'needs', 'failed', 'done', 'started'] as const).flatMap(word => {
    const names = events.filter(event => event.word === word).map(event => event.name);
    const [name] = names;
    return name === undefined ? [] : [{ word, count: names.length, name }];
  });
}

/** ms between two announcements: a screen reader must be able to finish. */
const LEAST_PAUSE = 4_000;

/** What waits to be said, and when something was said last. */
export interface Voice {
  readonly pending: readonly Event[];
  /** ms since the epoch. */
  readonly spokeAt: number;
}
export const SILENT: Voice = { pending: [], spokeAt: 0 };

/** What is to be said now, if anything; `again` is in how many ms to ask again, null where nothing waits. */
export interface Turn {
  readonly voice: Voice;
  readonly say: readonly Spoken[];
  readonly again: number | null;
}

/**
 * Takes what happened by itself, and says it when it may be said: together, and never so soon after anything else that
 * this would not be heard to its end.
 */
export function takeTurn(voice: Voice, events: readonly Event[], now: number): Turn {
  const pending = [...voice.pending, ...events];
  if (pending.length === 0) return { voice, say: [], again: null };
  // A clock that was set back must not make the page dumb.
  const rest = now < voice.spokeAt ? 0 : LEAST_PAUSE - (now - voice.spokeAt);
  if (rest > 0) return { voice: { ...voice, pending }, say: [], again: rest };
  return { voice: { pending: [], spokeAt: now }, say: spoken(pending), again: null };
}
