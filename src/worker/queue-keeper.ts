import { type EndedFetch, type FetchEnd, reasonOfFailure } from '../carriers/background-fetch/collect.ts';
import { neededRules } from '../core/carriers/header-rules.ts';
import { isGranted } from '../core/links/origin-patterns.ts';
import { type Effect, endingEffects } from '../core/queue/effect.ts';
import type { Happening, Terms } from '../core/queue/event.ts';
import {
  inStage,
  isFetching,
  isLive,
  parseRegistrationId,
  type QueueItem,
  registrationId,
} from '../core/queue/item.ts';
import { reconcile } from '../core/queue/reconcile.ts';
import { followAll } from '../core/queue/follow.ts';
import { LONGEST_WAIT } from '../core/queue/retry.ts';
import { freePlaces, isUnsure, nextWake } from '../core/queue/schedule.ts';
import { type Change, nobodyWaits, transition } from '../core/queue/transition.ts';
import { lookAtBrowser } from './facts.ts';
import { end, perform } from './perform.ts';
import type { Ports } from './ports.ts';
import { findStrays } from './sweep.ts';
import { findStalled } from './watch.ts';

/** The one writer of the queue. */
export interface QueueKeeper {
  /**
   * The one path of every wake: compare what is on disk with what the browser says, decide, save, act. Resolves when
   * all that it began has been told to the browser. Never rejects: what goes wrong is told to the user.
   */
  wake(): Promise<void>;
  /** The same at an alarm, with a round of the watchdog. */
  wakeAndWatch(): Promise<void>;
  /** A Background Fetch has ended. Resolves when its file is on its way into the folder: until then its event lasts. */
  fetchEnded(end: FetchEnd, registration: string, ended: EndedFetch): Promise<void>;
  /**
   * Does `work` alone among all writers and saves the changes that it answers. Resolves when they are on disk; what
   * they ask of the browser, and a wake, follow by themselves.
   */
  write<T>(work: Write<T>): Promise<T>;
  /** Takes items out of the queue and ends what the browser does for them. Answers how many there were. */
  remove(find: () => Promise<readonly QueueItem[]>): Promise<number>;
}
export type Write<T> = () => Promise<{ readonly answer: T; readonly changes: readonly Change[] }>;

export function createQueueKeeper(ports: Ports): QueueKeeper {
  /** The end of the line of writers. It dies with the worker, and so do those who stand in it. */
  let line: Promise<unknown> = Promise.resolve();
  /** A wake that has not had its turn yet serves all who ask for one meanwhile. */
  let comingWake: Promise<void> | null = null;
  /** Attempts at whose start or saving this life of the worker is at work. */
  const underWay = new Set<string>();
  let hasSwept = false;
  let isRoundDue = false;
  const openEnds = new Map<string, EndedFetch>();

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  }

  function wake(): Promise<void> {
    comingWake ??= alone(async () => {
      comingWake = null;
      return lookAndPick();
    })
      .then(carryOut)
      .catch(ports.complain);
    return comingWake;
  }

  function wakeAndWatch(): Promise<void> {
    isRoundDue = true;
    return wake();
  }

  /** One look at the browser, and the starts that there is room for. Runs alone. */
  async function lookAndPick(): Promise<readonly Change[]> {
    const live = await ports.items.live();
    const facts = await lookAtBrowser(ports, live, underWay);
    const terms = await termsNow(live);
    const stalled = isRoundDue ? await findStalled(ports, live) : [];
    isRoundDue = false;
    const seen = await save(followAll(live, [...reconcile(live, facts), ...stalled], terms));
    if (facts.isNewSession) await ports.session.begin();
    const stillLive = after(live, seen);
    await sweepOnce(stillLive);
    const picked = await pickNext(stillLive, terms);
    await settle(after(stillLive, picked));
    return [...seen, ...picked];
  }

  /** What earlier lives left running for nobody is ended, once. */
  async function sweepOnce(live: readonly QueueItem[]): Promise<void> {
    if (hasSwept || underWay.size > 0) return;
    const strays = await findStrays(ports, live);
    await Promise.all(strays.map(effect => end(ports, effect)));
    hasSwept = true;
  }

  /**
   * What is due after a wait stands in the queue again first; so does what only a clock that was set back keeps.
   * Offline holds all starts; nothing fails by it.
   */
  async function pickNext(live: readonly QueueItem[], terms: Terms): Promise<readonly Change[]> {
    const due = await ports.items.due(terms.now, terms.now + LONGEST_WAIT);
    await save(due.map(item => transition(item, { type: 'due' }, terms)));
    if (!ports.isOnline()) return [];
    const { limit } = await ports.settings.read();
    const next = await ports.items.nextQueued(freePlaces(live, limit));
    return save(next.map(item => transition(item, { type: 'picked' }, terms)));
  }

  /** What stands around the queue: header rules, the alarm, the badge. All of it follows from what is on disk. */
  async function settle(live: readonly QueueItem[]): Promise<void> {
    const [counts, nextDueAt] = await Promise.all([ports.items.counts(), ports.items.nextDueAt()]);
    const unsure = live.filter(isUnsure).length;
    const pending = { live: live.length, unsure, queued: counts.queued, nextDueAt, isOnline: ports.isOnline() };
    await Promise.all([
      ports.setHeaderRules(neededRules(live, await ports.grants())),
      ports.setWake(nextWake(pending, ports.now())),
      ports.showBadge(counts),
    ]);
  }

  async function termsNow(live: readonly QueueItem[]): Promise<Terms> {
    const [{ attempts }, grants] = await Promise.all([ports.settings.read(), ports.grants()]);
    return {
      now: ports.now(),
      attempts,
      random: ports.random,
      isGranted: url => isGranted(url, grants),
      isOnline: ports.isOnline(),
      fetchesUnderWay: live.filter(isFetching).length,
    };
  }

  /** On disk first; whoever acts on these changes comes after. */
  async function save(changes: readonly Change[]): Promise<readonly Change[]> {
    if (changes.length > 0) await ports.items.save(changes.map(({ item }) => item));
    for (const { item, effects } of changes) if (effects.some(isStart)) underWay.add(registrationId(item));
    return changes;
  }

  /** Brings something that happened to its item. `sent` is the item as it was when that was asked for. */
  function report(sent: QueueItem, happening: Happening): Promise<Change> {
    return alone(async () => {
      const event = { attempt: sent.attempt, ...happening };
      const [item] = await ports.items.get([sent.id]);
      if (item === undefined) return nobodyWaits(inStage(sent, { status: 'cancelled', endedAt: ports.now() }), event);
      const live = await ports.items.live();
      const change = transition(item, event, await termsNow(live));
      if (change.item !== item) await save([change]);
      if (change.effects.some(effect => effect.do === 'ask'))
        await ports.setHeaderRules(neededRules(after(live, [change]), await ports.grants()));
      return change;
    });
  }

  async function carryOut(changes: readonly Change[]): Promise<void> {
    await Promise.all(changes.map(drive));
  }

  /** Performs what a change asks for, reports what came of it, performs what that asks for, to the end. */
  async function drive(change: Change): Promise<void> {
    const { item, effects } = change;
    try {
      await performAll(item, effects);
    } finally {
      if (effects.some(isStart)) underWay.delete(registrationId(item));
    }
  }

  async function performAll(item: QueueItem, effects: readonly Effect[]): Promise<void> {
    const outcomes = await Promise.all(effects.map(effect => perform(ports, openEnds, item, effect)));
    if (effects.some(effect => effect.do === 'go-on')) void wake();
    for (const happening of outcomes) {
      if (happening === null) continue;
      const next = await report(item, happening);
      await drive(next);
      // A place is free; or a download has its id, and may have ended before we knew which it was.
      if (!isLive(next.item) || happening.type === 'started') void wake();
    }
  }

  async function fetchEnded(end: FetchEnd, registration: string, ended: EndedFetch): Promise<void> {
    const key = parseRegistrationId(registration);
    if (key === null) return;
    underWay.add(registration);
    openEnds.set(registration, ended);
    try {
      const [item] = await ports.items.get([key.id]);
      if (item?.attempt === key.attempt) await drive(await report(item, await whatEnded(end, ended)));
    } finally {
      openEnds.delete(registration);
      underWay.delete(registration);
    }
    void wake();
  }

  async function write<T>(work: Write<T>): Promise<T> {
    const { answer, changes } = await alone(async () => {
      const done = await work();
      await save(done.changes);
      return done;
    });
    void carryOut(changes).catch(ports.complain);
    void wake();
    return answer;
  }

  async function remove(find: () => Promise<readonly QueueItem[]>): Promise<number> {
    const removed = await alone(async () => {
      const items = await find();
      await ports.items.remove(items.map(({ id }) => id));
      return items;
    });
    void carryOut(removed.map(item => ({ item, effects: endingEffects(item) }))).catch(ports.complain);
    void wake();
    return removed.length;
  }

  return { wake, wakeAndWatch, fetchEnded, write, remove };
}

/** The first act for a success is to write it down; a failure is first asked for its reason, which its event holds. */
async function whatEnded(end: FetchEnd, ended: EndedFetch): Promise<Happening> {
  if (end === 'success') return { type: 'fetched' };
  if (end === 'abort' || ended.failureReason === 'aborted') return { type: 'cancelled-in-browser' };
  return { type: 'failed', reason: await reasonOfFailure(ended) };
}

/** The live items after some of them, or others, have changed. */
function after(live: readonly QueueItem[], changes: readonly Change[]): readonly QueueItem[] {
  const changed = new Map(changes.map(({ item }) => [item.id, item]));
  const others = live.filter(({ id }) => !changed.has(id));
  return [...others, ...changed.values()].filter(isLive);
}

/** Effects that make up an attempt's start or saving, as against those that end something. */
function isStart({ do: what }: Effect): boolean {
  return what === 'probe' || what === 'ask' || what === 'collect' || what === 'save';
}
