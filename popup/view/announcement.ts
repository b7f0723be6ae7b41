import type { Status } from '../../src/core/queue/item.ts';

/** What is worth saying aloud about one item. */
export type Word = 'started' | 'done' | 'failed';
export interface Event {
  readonly word: Word;
  readonly name: string;
}
interface Seen {
  readonly id: string;
  readonly status: Status;
  readonly name: string;
}

const WORD_OF: Partial<Record<Status, Word>> = { running: 'started', done: 'done', failed: 'failed' };

/** What happened between two looks. What is seen for the first time says nothing: it may be long since. */
export function eventsBetween(before: ReadonlyMap<string, Status>, after: readonly Seen[]): Event[] {
  return after.flatMap(({ id, status, name }) => {
    const was = before.get(id);
    const word = WORD_OF[status];
    return was === undefined || was === status || word === undefined ? [] : [{ word, name }];
  });
}

/** Events that belong together: one by its name, several by their number. What ended is said before what began. */
export interface Spoken {
  readonly word: Word;
  readonly count: number;
  readonly name: string;
}

export function spoken(events: readonly Event[]): Spoken[] {
  return (['failed', 'done', 'started'] as const).flatMap(word => {
    const names = events.filter(event => event.word === word).map(event => event.name);
    const [name] = names;
    return name === undefined ? [] : [{ word, count: names.length, name }];
  });
}
