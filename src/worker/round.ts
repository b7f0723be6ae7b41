import { neededRules } from '../core/carriers/header-rules.ts';
import { findRevoked, isNeeding } from '../core/queue/access.ts';
import type { Terms } from '../core/queue/event.ts';
import { followAll } from '../core/queue/follow.ts';
import { gather, lanesTaken } from '../core/queue/gather.ts';
import { isLive, type QueueItem } from '../core/queue/item.ts';
import { reconcile, type Verdict } from '../core/queue/reconcile.ts';
import { UNDO_TIME } from '../core/queue/removal.ts';
import { LONGEST_WAIT } from '../core/queue/retry.ts';
import { createChooser, type Standstill, standstillOf } from '../core/queue/schedule.ts';
import { gatesAfter, isShut, type SiteGate } from '../core/queue/site-gate.ts';
import { type Change } from '../core/queue/change.ts';
import { transition } from '../core/queue/transition.ts';
import type { Settings } from '../core/settings.ts';
import { heldNoMore, lookAtBrowser } from './facts.ts';
import { end } from './end.ts';
import { isStart, type Life } from './life.ts';
import { tellNews } from './tell-news.ts';
import type { Loaded, Ports } from './ports.ts';
import { settle } from './settle.ts';
import { type Answered, findStrayDownloads, findStrays, forgetStrayParts } from './sweep.ts';
import { termsNow } from './terms.ts';
import { findStalled } from './watch.ts';

/** Saves changes; whoever acts on them comes after. */
export type Save = (changes: readonly Change[]) => Promise<void>;

/**
 * One look at the browser, and the starts that there is room for: load, compare, decide, save. To be run alone.
 * `isLast`: no other round is coming that would see to the rest as well.
 */
export async function makeRound(ports: Ports, life: Life, save: Save, isLast: () => boolean): Promise<void> {
  // What this round itself begins is not yet at work when the strays of earlier lives are ended.
  const isQuiet = life.underWay.size === 0;
  await life.backups.recover();
  const loaded = await ports.items.load(ports.now(), ports.now() + LONGEST_WAIT);
  const { live, due, removedAt } = loaded;
  // The alarm is of a clock that has been set back since.
  if (ports.now() < life.lookedAt) life.isSettled = false;
  life.lookedAt = ports.now();
  const [facts, terms, settings] = await Promise.all([
    lookAtBrowser(ports, live, life.underWay),
    termsNow(ports, live),
    ports.settings.read(),
  ]);
  const standstill = standstillOf(settings, { now: terms.now, zone: ports.zone(), isOnline: terms.isOnline });
  const told = [
    ...reconcile(live, facts),
    ...findRevoked(live, terms.isGranted),
    ...(await stalledOf(ports, life, live)),
    ...haltsOf(live, standstill),
  ];
  const held = facts.isNewSession ? await heldNoMore(ports) : [];
  const ended = held.map(({ id, attempt }): Verdict => ({ id, events: [{ type: 'lost', attempt, with: 'browser' }] }));
  const followed = [
    ...followAll([...live, ...held], [...told, ...ended], terms),
    ...due.map(item => transition(item, { type: 'due' }, terms)).filter(({ item }) => !isNeeding(item)),
  ];
  const seen = [...followed, ...gather(after(live, followed), terms.now)];
  const stillLive = after(live, seen);

  // One transaction for what has ended and what starts instead, but where the starts are chosen among what has changed.
  const gates = await gatesNow(ports, loaded, terms.now);
  const isQueueTouched = seen.some(({ item }) => item.status === 'queued');
  if (isQueueTouched) await save(seen);
  const shut = [
    ...gates,
    ...gatesAfter(seen, { now: terms.now, delay: settings.hostDelay * 1_000, random: terms.random }),
  ];
  const picked = standstill === null ? await choose(ports, stillLive, shut, settings, terms) : [];
  await save(isQueueTouched ? picked : [...seen, ...picked]);

  if (facts.isNewSession) await ports.session.begin();
  const nowLive = after(stillLive, picked);
  // What has been picked asks with them.
  await ports.setHeaderRules(neededRules(nowLive, await ports.grants()));
  const answered = await sweep(ports, life, nowLive, picked, isQuiet);
  await save(answered.map(each => late(each, terms)));
  if (removedAt !== null && terms.now - removedAt >= UNDO_TIME) {
    await ports.items.forgetRemoved(terms.now - UNDO_TIME);
    life.isSettled = false;
  }
  if (isLast() || !life.hasAlarm(terms.now)) await tidy(ports, life, nowLive);
}

/** The live items after some of them, or others, have changed. */
export function after(live: readonly QueueItem[], changes: readonly Change[]): readonly QueueItem[] {
  const changed = new Map(changes.map(({ item }) => [item.id, item]));
  const others = live.filter(({ id }) => !changed.has(id));
  return [...others, ...changed.values()].filter(isLive);
}

async function choose(
  ports: Ports,
  live: readonly QueueItem[],
  gates: readonly SiteGate[],
  settings: Settings,
  terms: Terms,
): Promise<readonly Change[]> {
  const chooser = createChooser(live, gates, settings, terms.now);
  if (chooser.isFull()) return [];
  const next = await ports.items.nextQueued(chooser);
  let now = live;
  return next.map(item => {
    const change = transition(item, { type: 'picked' }, { ...terms, fetchesUnderWay: lanesTaken(now) });
    now = [...now, change.item];
    return change;
  });
}

/** The gates that are shut now. What is over is forgotten, before anything shuts it anew. */
async function gatesNow(ports: Ports, { gates }: Loaded, now: number): Promise<readonly SiteGate[]> {
  const over = gates.filter(gate => !isShut(gate, now)).map(({ site }) => site);
  if (over.length > 0) await ports.items.openGates(over);
  return gates.filter(gate => isShut(gate, now));
}

async function stalledOf(ports: Ports, life: Life, live: readonly QueueItem[]): Promise<readonly Verdict[]> {
  if (!life.isRoundDue) return [];
  life.isRoundDue = false;
  life.isSettled = false;
  return findStalled(ports, live);
}

/** Where the user holds the queue or its time is over, what runs stops too; without a network the browser waits itself. */
function haltsOf(live: readonly QueueItem[], standstill: Standstill | null): readonly Verdict[] {
  if (standstill !== 'held' && standstill !== 'closed') return [];
  return live.map(({ id, attempt }) => ({ id, events: [{ type: 'halted', attempt }] }));
}

/** Ends what is left running for nobody: by earlier lives, once; by a download that nobody knows, when it begins. */
async function sweep(
  ports: Ports,
  life: Life,
  live: readonly QueueItem[],
  picked: readonly Change[],
  isQuiet: boolean,
): Promise<readonly Answered[]> {
  const isWhole = !life.hasSwept && isQuiet;
  if (!isWhole && !life.isStrayNear) return [];
  life.isStrayNear = false;
  // The browser is asked when this round is over: nothing that it does already can be for these.
  const unasked = new Set(picked.filter(({ effects }) => effects.some(isStart)).map(({ item }) => item.id));
  const { endings, answered, isInDoubt } = await (isWhole ? findStrays : findStrayDownloads)(
    ports,
    life,
    live,
    unasked,
  );
  const areEnded = (await Promise.all(endings.map(effect => end(ports, effect)))).every(Boolean);
  if (isWhole) await forgetStrayParts(ports);
  life.hasSwept ||= isWhole && areEnded;
  life.isStrayNear ||= isInDoubt || !areEnded;
  return answered;
}

function late({ item, downloadId }: Answered, terms: Terms): Change {
  return transition(item, { type: 'started', attempt: item.attempt, downloadId }, terms);
}

/** Transactions at most that a round spends on forgetting. */
const MOST_BATCHES = 20;

/** What more is to be forgotten the next round sees to. */
async function tendHistory(ports: Ports): Promise<void> {
  const { historyItems: most, historyDays: days } = await ports.settings.read();
  for (let batch = 0; batch < MOST_BATCHES; batch += 1)
    if ((await ports.items.forgetEnded({ most, days }, ports.now())) === 0) return;
}

/** Brings what stands around the queue in step with it. */
async function tidy(ports: Ports, life: Life, live: readonly QueueItem[]): Promise<void> {
  if (life.isSettled) return;
  life.isSettled = true;
  life.wakeAt = await settle(ports, live);
  await tendHistory(ports);
  await life.backups.tend();
  if (!life.isNewsNear) return;
  // The queue goes on where the browser shows nothing.
  await tellNews(ports).then(() => (life.isNewsNear = false), ports.complain);
}
