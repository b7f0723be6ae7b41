import fc from 'fast-check';
import type { TimeWindow } from '../../src/core/queue/time-window.ts';
import type { Priority } from '../../src/core/queue/item.ts';

/** One thing that happens to the queue: through the user, the browser, or time. */
export type Step =
  | {
      readonly do: 'enqueue';
      readonly files: readonly FileAt[];
      readonly priority: Priority;
      readonly group: string | null;
      readonly paused: boolean;
      readonly again: boolean;
    }
  | { readonly do: 'control'; readonly action: Action; readonly whom: Whom; readonly priority: Priority }
  | { readonly do: 'undo' | 'clear-finished' }
  | { readonly do: 'set'; readonly set: Readonly<Record<string, unknown>> }
  /** The browser gets something done. */
  | { readonly do: 'finish'; readonly times: number }
  | { readonly do: 'elapse' | 'jump'; readonly ms: number }
  /** The worker dies after so many more awaits. */
  | { readonly do: 'die'; readonly after: number }
  | { readonly do: 'restart'; readonly how: 'crash' | 'close' | 'reload' | 'reload in silence' }
  | { readonly do: 'network'; readonly isOnline: boolean }
  /** The user takes all hosts back, or gives them again. */
  | { readonly do: 'grant'; readonly isGiven: boolean }
  /** A page of ours is opened or closed. */
  | { readonly do: 'look'; readonly isLookedAt: boolean }
  | { readonly do: 'lose'; readonly what: 'alarm' | 'offscreen document' };

export type Action =
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'retry'
  | 'remove'
  | 'top'
  | 'bottom'
  | 'move'
  | 'prioritize'
  | 'go-without';
/** `some`: places in the list, however long it is. */
export type Whom = 'all' | 'group' | { readonly some: readonly number[] };

/** A file of the small world. Its number makes its name, so that another of the same number is the same file. */
export interface FileAt {
  readonly host: string;
  readonly number: number;
  readonly trouble: string;
}

export function urlOf({ host, number, trouble }: FileAt): string {
  return `https://${host}/f${number}.bin${trouble}`;
}

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;

const HOSTS = ['a.granted.test', 'b.granted.test', 'a.given.test', 'a.elsewhere.test', 'a.other.test'];
const TROUBLES = [
  ...['', '', '', '', '', '', '?takes=20', '?takes=100', '?answers=20&takes=5'],
  ...['?429=1&after=30', '?429=2&after=200', '?429=1', '?503=2', '?404=9', '?cut=1', '?cut=2', '?empty=1'],
  ...['?vanish=1', '?twice=1', '?late=1&lateness=10', '?late=1&lateness=50', '?unreadable=1', '?refuse=1'],
  ...['?hang=1', '?hang=2', '?cancel=1', '?tiny=1', '?tiny=1'],
  '?parts=1&takes=40',
  '?parts=1&takes=40&cut=1',
  '?parts=1&takes=40&changed=1',
  '?parts=1&whole=1',
];

/** Files that go in parts, in one request, and by the browser; some break off. */
const affected = fc.record({
  host: fc.constantFrom('a.granted.test', 'a.given.test', 'a.elsewhere.test'),
  number: fc.nat(3000),
  trouble: fc.constantFrom('', '?takes=100', '?parts=1&takes=40', '?parts=1&takes=40', '?parts=1&takes=40&cut=1'),
});
const files = fc.record({
  host: fc.constantFrom(...HOSTS),
  number: fc.nat(30),
  trouble: fc.constantFrom(...TROUBLES),
});
const priorities = fc.constantFrom<Priority>('normal', 'normal', 'normal', 'high', 'low');
const whoms: fc.Arbitrary<Whom> = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }).map(some => ({ some })) },
  { weight: 2, arbitrary: fc.constant('all' as const) },
  { weight: 1, arbitrary: fc.constant('group' as const) },
);
const WINDOWS: readonly (readonly TimeWindow[])[] = [
  [],
  [{ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 5 }],
  [{ days: [0, 1, 2, 3, 4, 5, 6], from: 3, to: 0 }],
  [{ days: [1], from: 600, to: 700 }],
];
const sets = fc.oneof(
  fc.constantFrom(1, 2, 3, 6).map(limit => ({ limit })),
  fc.constantFrom(1, 2, 4).map(hostLimit => ({ hostLimit })),
  fc.constantFrom(0, 0, 5, 90).map(hostDelay => ({ hostDelay })),
  fc.constantFrom(1, 3, 6).map(attempts => ({ attempts })),
  fc.boolean().map(hold => ({ hold })),
  fc.boolean().map(skipDownloaded => ({ skipDownloaded })),
  fc.constantFrom(...WINDOWS).map(windows => ({ windows })),
);

export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('enqueue' as const),
      files: fc.array(files, { minLength: 1, maxLength: 5 }),
      priority: priorities,
      group: fc.option(fc.constant('a page'), { freq: 3 }),
      paused: fc.nat(5).map(n => n === 0),
      again: fc.nat(5).map(n => n === 0),
    }),
  },
  { weight: 14, arbitrary: fc.record({ do: fc.constant('finish' as const), times: fc.constantFrom(1, 1, 1, 2, 5) }) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('control' as const),
      action: fc.constantFrom<Action[]>(
        ...(['pause', 'pause', 'pause', 'resume', 'resume', 'resume', 'cancel', 'retry', 'retry'] as const),
        ...(['remove', 'top', 'bottom', 'move', 'prioritize'] as const),
      ),
      whom: whoms,
      priority: priorities,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'undo' as const, 'clear-finished' as const) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), set: sets }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('elapse' as const),
      ms: fc.constantFrom(1_000, 10_000, 31_000, MINUTE, 2 * MINUTE, 11 * MINUTE),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.constantFrom(3 * MINUTE, -3 * MINUTE, 60 * MINUTE, -60 * MINUTE, YEAR, -YEAR),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('die' as const), after: fc.nat(60) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('restart' as const),
      how: fc.constantFrom('crash' as const, 'close' as const, 'reload' as const, 'reload in silence' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('network' as const), isOnline: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const), isLookedAt: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('lose' as const),
      what: fc.constantFrom('alarm' as const, 'offscreen document' as const),
    }),
  },
);

/** Fewer things, with hosts that are taken back and given again among them. */
export const accessSteps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('enqueue' as const),
      files: fc.array(affected, { minLength: 1, maxLength: 3 }),
      priority: fc.constant('normal' as const),
      group: fc.option(fc.constant('a page'), { freq: 2 }),
      paused: fc.constant(false),
      again: fc.constant(false),
    }),
  },
  { weight: 6, arbitrary: fc.boolean().map(isGiven => ({ do: 'grant' as const, isGiven })) },
  { weight: 6, arbitrary: fc.constantFrom(1_000, 15_000, 31_000, MINUTE).map(ms => ({ do: 'elapse' as const, ms })) },
  { weight: 4, arbitrary: fc.constantFrom(1, 2).map(times => ({ do: 'finish' as const, times })) },
  { weight: 3, arbitrary: fc.nat(60).map(after => ({ do: 'die' as const, after })) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('control' as const),
      action: fc.constantFrom('pause' as const, 'resume' as const, 'go-without' as const, 'retry' as const),
      whom: whoms,
      priority: fc.constant('normal' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('crash' as const, 'close' as const).map(how => ({ do: 'restart' as const, how })),
  },
);
