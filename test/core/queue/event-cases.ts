import { failure } from '../../../src/core/carriers/failure.ts';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import type { Happening, QueueEvent, Terms } from '../../../src/core/queue/event.ts';
import type { Asked, Travelled } from '../../../src/core/queue/item.ts';
import { answered } from '../make-probe.ts';
import { NOWHERE, type Placed } from '../../../src/core/queue/place.ts';
import { CLASH, OWN_DOWNLOAD, PARCEL } from '../make-item.ts';
import { keptOf, QUARTERS, VERSION } from '../make-parts.ts';

/** What happens, and what else must be so for the answer: of the item, and of the terms. */
interface EventCase {
  readonly event: Happening | { readonly type: 'picked' } | { readonly type: 'due' };
  readonly item?: Partial<Asked & Travelled>;
  readonly terms?: Partial<Terms>;
}

const ANSWER: ProbeResult = answered();
const REFUSAL: ProbeResult = { kind: 'failed', failure: failure('not-found') };
const STRANGE_PARCEL = { ...PARCEL, objectUrl: 'blob:other' };
const CLASHING: Placed = { ...NOWHERE, clash: CLASH };
const SAME_THERE: Placed = { ...NOWHERE, clash: { ...CLASH, bytes: CLASH.newBytes } };
/** One loss more, and it is held back. */
const OFTEN_LOST = { losses: 3 };

/** All attempts that may fail have failed; the line may have been dead. */
const USED_UP = { failures: 3 };

/** The user has taken the grant back. */
const NOT_GRANTED: Partial<Terms> = { isGranted: () => false };
const UNREACHED: ProbeResult = { kind: 'failed', failure: failure('unreachable') };

/** One of each type, and more where the answer depends on what is in it. Download 99 and `other` are strangers. */
export const EVENT_CASES = {
  picked: { event: { type: 'picked' } },
  'picked, not granted': { event: { type: 'picked' }, terms: { isGranted: () => false } },
  due: { event: { type: 'due' } },
  'due, used up': { event: { type: 'due' }, item: USED_UP },
  'due, flapping': { event: { type: 'due' }, item: USED_UP, terms: { isFlapping: true } },
  probed: { event: { type: 'probed', probe: ANSWER, isHad: false, placed: NOWHERE } },
  'probed, had': { event: { type: 'probed', probe: ANSWER, isHad: true, placed: NOWHERE } },
  'probed, had, again': {
    event: { type: 'probed', probe: ANSWER, isHad: true, placed: NOWHERE },
    item: { again: true },
  },
  'probe failed': { event: { type: 'probed', probe: REFUSAL, isHad: false, placed: NOWHERE } },
  named: { event: { type: 'named', filename: 'file.zip', placed: NOWHERE } },
  'named, clash': { event: { type: 'named', filename: 'file.zip', placed: CLASHING }, terms: { conflict: 'ask' } },
  'named, kept out': { event: { type: 'named', filename: 'file.zip', placed: { ...NOWHERE, start: 'skip' } } },
  'named, had': { event: { type: 'named', filename: 'file.zip', placed: SAME_THERE }, terms: { conflict: 'skip' } },
  started: { event: { type: 'started', downloadId: null } },
  'started 99': { event: { type: 'started', downloadId: 99 } },
  'started 7': { event: { type: 'started', downloadId: OWN_DOWNLOAD } },
  unheard: { event: { type: 'unheard' } },
  missing: { event: { type: 'missing' } },
  found: { event: { type: 'found' } },
  fetched: { event: { type: 'fetched' } },
  packed: { event: { type: 'packed', parcel: STRANGE_PARCEL, ruled: null } },
  'still-packed': { event: { type: 'still-packed' } },
  completed: { event: { type: 'completed', path: '/downloads/file.zip', bytes: 1_000 } },
  'lost with worker': { event: { type: 'lost', with: 'worker' } },
  'lost again': { event: { type: 'lost', with: 'worker' }, item: OFTEN_LOST },
  'lost with browser': { event: { type: 'lost', with: 'browser' }, item: OFTEN_LOST },
  'cancelled-in-browser': { event: { type: 'cancelled-in-browser' } },
  revoked: { event: { type: 'revoked', url: 'https://files.test/dir/file.zip' } },
  'picked, begun, not granted': { event: { type: 'picked' }, item: { kept: keptOf(0, 1) }, terms: NOT_GRANTED },
  'due, not granted': { event: { type: 'due' }, terms: NOT_GRANTED },
  'probe failed, not granted': {
    event: { type: 'probed', probe: UNREACHED, isHad: false, placed: NOWHERE },
    item: { kept: keptOf(0, 1) },
    terms: NOT_GRANTED,
  },
  'failed, not granted': { event: { type: 'failed', reason: failure('unreadable'), bytes: 0 }, terms: NOT_GRANTED },
  halted: { event: { type: 'halted' } },
  'failed later': { event: { type: 'failed', reason: failure('server-error'), bytes: 0 } },
  'failed last': { event: { type: 'failed', reason: failure('interrupted'), bytes: 0 }, item: USED_UP },
  'failed user': { event: { type: 'failed', reason: failure('gone'), bytes: 0 } },
  'failed other': { event: { type: 'failed', reason: failure('unreadable'), bytes: 0 } },
} as const satisfies Record<string, EventCase>;

export type EventName = keyof typeof EVENT_CASES;
export const EVENT_NAMES = Object.keys(EVENT_CASES).filter((name): name is EventName => name in EVENT_CASES);

/** What the putting away of parts tells. */
export const KEEPING_CASES = {
  kept: { event: { type: 'kept', version: VERSION, part: QUARTERS[2] } },
  'kept one more': { event: { type: 'kept', version: VERSION, part: QUARTERS[2] }, item: { kept: keptOf(0, 1) } },
  'kept twice': { event: { type: 'kept', version: VERSION, part: QUARTERS[2] }, item: { kept: keptOf(0, 2) } },
  'kept of two': {
    event: { type: 'kept', version: { ...VERSION, validator: '"two"' }, part: QUARTERS[2] },
    item: { kept: keptOf(0) },
  },
  unkept: { event: { type: 'unkept' } },
  stopped: { event: { type: 'stopped' } },
  'stopped, kept': { event: { type: 'stopped' }, item: { kept: keptOf(0, 1, 2) } },
} as const satisfies Record<string, EventCase>;

export type KeepingName = keyof typeof KEEPING_CASES;
export const KEEPING_NAMES = Object.keys(KEEPING_CASES).filter((name): name is KeepingName => name in KEEPING_CASES);

export function caseNamed(name: EventName | KeepingName): EventCase {
  return { ...EVENT_CASES, ...KEEPING_CASES }[name];
}

/** The event as one of that attempt; the queue's own events are of none. */
export function eventOf({ event }: EventCase, attempt: number): QueueEvent {
  return event.type === 'picked' || event.type === 'due' ? event : { attempt, ...event };
}
