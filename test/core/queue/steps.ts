import fc from 'fast-check';
import { type FailureCode, failure } from '../../../src/core/carriers/failure.ts';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import { type Command, command } from '../../../src/core/queue/command.ts';
import type { Happening, Terms } from '../../../src/core/queue/event.ts';
import { type QueueItem } from '../../../src/core/queue/item.ts';
import { downloadIdOf, registrationId } from '../../../src/core/queue/item-jobs.ts';
import { type Change, unchanged } from '../../../src/core/queue/change.ts';
import { transition } from '../../../src/core/queue/transition.ts';
import { answered } from '../make-probe.ts';
import { QUARTERS, VERSION } from '../make-parts.ts';
import type { Placed } from '../../../src/core/queue/place.ts';
import { CLASH, frozen, NOW, PARCEL, RULED, termsWith } from '../make-item.ts';

/** One thing that comes to an item: an event of its present attempt or of another, or a command of the user. */
export type Step = { readonly late: number; readonly terms: Terms } & (
  | { readonly by: 'browser'; readonly happening: Happening }
  | { readonly by: 'queue'; readonly type: 'picked' | 'due' }
  | { readonly by: 'user'; readonly command: Command }
);

/** What became of it. */
export interface Taken {
  readonly before: QueueItem;
  readonly after: QueueItem;
  readonly change: Change;
  readonly step: Step;
}

const codes: readonly FailureCode[] = [
  'not-found',
  'forbidden',
  'server-error',
  'rate-limited',
  'interrupted',
  'stalled',
  'unreadable',
  'refused',
  'disk-full',
  'wrong-checksum',
  'changed',
  'no-parts',
];
const reasons = fc
  .record({ code: fc.constantFrom(...codes), retryAfter: fc.option(fc.constantFrom(1_000, 86_400_000)) })
  .map(({ code, retryAfter }) => failure(code, null, retryAfter));
const probes: fc.Arbitrary<ProbeResult> = fc.oneof(
  fc.constant({ kind: 'not-asked' } as const),
  fc.record({ kind: fc.constant('failed' as const), failure: reasons }),
  fc
    .record({
      finalUrl: fc.constantFrom('https://files.test/dir/file.zip', 'https://cdn.test/x', 'http://files.test/plain'),
      total: fc.constantFrom(null, 0, 999, 5_000_000, VERSION.total, VERSION.total, 40_000_000),
      validator: fc.constantFrom(null, '"one"', '"two"'),
      hasRanges: fc.constantFrom(null, true, true, false),
    })
    .map(answered),
);
const placings: fc.Arbitrary<Placed> = fc.record({
  ruled: fc.constantFrom(null, null, RULED),
  start: fc.constantFrom(null, null, null, null, 'paused' as const, 'skip' as const),
  clash: fc.constantFrom(null, null, CLASH, { ...CLASH, bytes: CLASH.newBytes }),
});
const seldom = fc.constantFrom(false, false, false, true);
/** Around the 256 KiB that are worth another try. */
const received = fc.oneof(fc.constantFrom(0, 262_143, 262_144, 524_288), fc.nat(5_000_000));
/** Each comes with a number or a blob of its own, as those of the browser do. */
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('probed' as const), probe: probes, isHad: seldom, placed: placings }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('named' as const), filename: fc.constant('file.zip'), placed: placings }),
  },
  { weight: 3, arbitrary: fc.constant({ type: 'started', downloadId: null } as const) },
  { weight: 4, arbitrary: fc.nat(9).map(downloadId => ({ type: 'started', downloadId }) as const) },
  fc.constant({ type: 'unheard' } as const),
  fc.constant({ type: 'missing' } as const),
  fc.constant({ type: 'found' } as const),
  { weight: 2, arbitrary: fc.constant({ type: 'fetched' } as const) },
  {
    weight: 2,
    arbitrary: fc
      .nat(9)
      .map(n => ({ type: 'packed', parcel: { ...PARCEL, objectUrl: `blob:${n}` }, ruled: null }) as const),
  },
  fc.constant({ type: 'still-packed' } as const),
  {
    weight: 3,
    arbitrary: fc
      .record({ validator: fc.constantFrom('"one"', '"two"'), part: fc.constantFrom(...QUARTERS) })
      .map(({ validator, part }) => ({ type: 'kept', version: { ...VERSION, validator }, part }) as const),
  },
  fc.constant({ type: 'unkept' } as const),
  { weight: 3, arbitrary: fc.constant({ type: 'stopped' } as const) },
  fc.record({ type: fc.constant('completed' as const), path: fc.constant('/d/f'), bytes: fc.nat() }),
  {
    weight: 2,
    arbitrary: fc.constantFrom('worker', 'worker', 'browser').map(by => ({ type: 'lost', with: by }) as const),
  },
  fc.constant({ type: 'cancelled-in-browser' } as const),
  { weight: 2, arbitrary: fc.constant({ type: 'halted' } as const) },
  { weight: 2, arbitrary: fc.constant({ type: 'revoked', url: 'https://files.test/dir/file.zip' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('failed' as const), reason: reasons, bytes: received }),
  },
);
const terms = fc
  .record({
    now: fc.integer({ min: NOW - 9e9, max: NOW + 9e9 }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    granted: fc.boolean(),
    isOnline: fc.boolean(),
    wasAway: fc.boolean(),
    fetchesUnderWay: fc.nat(3),
  })
  .map(({ random, granted, wasAway, ...rest }) =>
    termsWith({ ...rest, isFlapping: wasAway || !rest.isOnline, random: () => random, isGranted: () => granted }),
  );

const late = fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2, -1);
export const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ late, terms, by: fc.constant('browser' as const), happening: happenings }) },
  {
    weight: 1,
    arbitrary: fc.record({
      late,
      terms,
      by: fc.constant('queue' as const),
      type: fc.constantFrom('picked', 'picked', 'picked', 'due'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      late,
      terms,
      by: fc.constant('user' as const),
      command: fc.constantFrom('pause', 'resume', 'resume', 'cancel', 'retry', 'retry'),
    }),
  },
);

export function take(item: QueueItem, step: Step): Change {
  if (step.by === 'queue') return transition(item, { type: step.type }, step.terms);
  if (step.by === 'browser')
    return transition(item, { attempt: item.attempt - step.late, ...step.happening }, step.terms);
  const answer = command(item, step.command, step.terms.now);
  return typeof answer === 'string' ? unchanged(item) : answer;
}

/** Whether that very thing has come to the item's present attempt. */
export function isTold(step: Step, type: Happening['type']): boolean {
  return step.by === 'browser' && step.late === 0 && step.happening.type === type;
}

/** All steps one after the other, each on a frozen item. */
export function walk(start: QueueItem, path: readonly Step[]): readonly Taken[] {
  let item = start;
  return path.map(step => {
    const before = item;
    const change = take(before, step);
    item = frozen(change.item);
    return { before, after: item, change, step };
  });
}

/** What the browser does for an item, or may do: all that would go on if we forgot about it. */
export function jobsOf(item: QueueItem): readonly string[] {
  const downloadId = item.status === 'done' ? null : downloadIdOf(item);
  const isFetching =
    (item.status === 'running' && item.carrier === 'background-fetch') ||
    (item.status === 'starting' && item.step === 'asking' && item.plan.carrier === 'background-fetch') ||
    (item.status === 'saving' && item.step === 'keeping');
  return [
    ...(downloadId === null ? [] : [`stop ${downloadId}`]),
    ...(isFetching ? [`stop ${registrationId(item)}`] : []),
    ...('parcel' in item ? [`release ${item.parcel.objectUrl.replace('blob:', '')}`] : []),
  ];
}
