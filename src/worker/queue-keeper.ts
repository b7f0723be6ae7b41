import type { EndedFetch, FetchEnd } from '../carriers/background-fetch/collect.ts';
import { neededRules } from '../core/carriers/header-rules.ts';
import { removingEffects } from '../core/queue/effect.ts';
import type { Happening } from '../core/queue/event.ts';
import { inStage, type QueueItem } from '../core/queue/item.ts';
import { fetchPlanOf, fetchRegistration, isFetching, parseRegistrationId } from '../core/queue/item-jobs.ts';
import { gatesAfter } from '../core/queue/site-gate.ts';
import { type Change } from '../core/queue/change.ts';
import { nobodyWaits } from '../core/queue/strays.ts';
import { transition } from '../core/queue/transition.ts';
import { createDriver } from './drive.ts';
import { createLine } from './line.ts';
import { keepFinished, whatEnded } from './fetched.ts';
import type { Hands } from './hands.ts';
import { Refusal } from '../messages/refusal.ts';
import type { NamedFile, UnnamedFile } from './downloads-port.ts';
import type { Ports } from './ports.ts';
import { Life } from './life.ts';
import { after, makeRound } from './round.ts';
import { gateTerms, termsNow } from './terms.ts';

/** ms after a wake that failed as a whole. */
const TRY_AGAIN = 5 * 60_000;

/** The one writer of the queue. */
export interface QueueKeeper {
  /**
   * The one path of every wake: compare what is on disk with what the browser says, decide, save, act. Resolves when
   * all that it began has been told to the browser. Never rejects: what goes wrong is told to the user.
   */
  wake(): Promise<void>;
  /** The same at an alarm, with a round of the watchdog. */
  wakeAndWatch(): Promise<void>;
  /** A download of ours of this URL has begun. What this life has asked for, it hears of by its answer. */
  downloadBegun(url: string): void;
  /** A download of the browser has ended, or has been held or let go: a reason to look, never the news itself. */
  downloadChanged(downloadId: number): void;
  /** The browser asks what to call a download of ours that has begun; null: as it likes. */
  nameDownload(file: UnnamedFile): Promise<NamedFile | null>;
  /** More of a Background Fetch is there: its finished parts are put away. */
  fetchMoved(registration: string): Promise<void>;
  /** A Background Fetch has ended. Resolves when its file is on its way into the folder: until then its event lasts. */
  fetchEnded(end: FetchEnd, registration: string, ended: EndedFetch): Promise<void>;
  /**
   * Does `work` alone among all writers and saves the changes that it answers. Resolves when they are on disk; what
   * they ask of the browser, and a wake, follow by themselves.
   */
  write<T>(work: Write<T>): Promise<T>;
  /** Does `work` alone among all writers and saves the new items that it answers. Resolves when they are on disk. */
  add<T>(work: Add<T>): Promise<T>;
  /**
   * Takes items out of the queue and ends what the browser does for them; `at` (ms since the epoch) names the removal
   * for its undoing. Answers how many there were.
   */
  remove(find: () => Promise<readonly QueueItem[]>, at: number): Promise<number>;
}
/** `additions`: how often anybody has brought items into the queue in this life of the worker. */
export type Add<T> = (additions: number) => Promise<{ readonly answer: T; readonly items: readonly QueueItem[] }>;
export type Write<T> = () => Promise<{ readonly answer: T; readonly changes: readonly Change[] }>;

export function createQueueKeeper(ports: Ports): QueueKeeper {
  const alone = createLine();
  const life = new Life(ports);
  const { underWay } = life;
  /** A wake that has not had its turn yet serves all who ask for one meanwhile. */
  let comingWake: Promise<void> | null = null;
  let additions = 0;
  const openEnds = new Map<string, EndedFetch>();
  const hands: Hands = { ports, ends: openEnds, tell, holdForRoom };
  const { carryOut, drive, downloadBegun, downloadChanged, nameDownload } = createDriver({
    hands,
    life,
    report,
    wake,
  });

  function wake(): Promise<void> {
    comingWake ??= beginWake();
    return comingWake;
  }

  /** What a round has saved is carried out even where the rest of it fails. */
  async function beginWake(): Promise<void> {
    const saved: Change[] = [];
    await alone(() => {
      comingWake = null;
      const isLast = (): boolean => comingWake === null;
      return makeRound(ports, life, async changes => void saved.push(...(await save(changes))), isLast);
    })
      .catch(wakeInVain)
      .catch(ports.complain);
    await carryOut(saved).catch(ports.complain);
    await updateWhenIdle().catch(ports.complain);
  }

  /** A newer version takes our place where nothing runs and nobody stands in line: the browser ends this life for it. */
  async function updateWhenIdle(): Promise<void> {
    if (!(await ports.update.isWaiting())) return;
    await alone(async () => {
      const live = await ports.items.live();
      if (live.length === 0 && alone.count() === 1) ports.update.apply();
    });
  }

  function wakeAndWatch(): Promise<void> {
    life.isRoundDue = true;
    return wake();
  }

  /** Nothing can be done while the store cannot be read, say. It is tried again, but not at once and for ever. */
  async function wakeInVain(fault: unknown): Promise<void> {
    life.isSettled = false;
    life.noteFault();
    ports.complain(fault);
    await ports.setWake(ports.now() + TRY_AGAIN);
  }

  /** On disk first; whoever acts on these changes comes after. */
  async function save(changes: readonly Change[]): Promise<readonly Change[]> {
    if (changes.length > 0) {
      const gates = gatesAfter(changes, await gateTerms(ports));
      await ports.items.save(
        changes.map(({ item }) => item),
        gates,
      );
      life.note(changes);
    }
    return changes;
  }

  /** Brings something that happened to its item. `sent` is the item as it was when that was asked for. */
  function report(sent: QueueItem, happening: Happening): Promise<Change> {
    const event = { attempt: sent.attempt, ...happening };
    return alone(async () => {
      // Only a plan depends on what else is live, and only it may need new header rules.
      const live = happening.type === 'probed' ? await ports.items.live() : [];
      const [terms, ofGates] = await Promise.all([termsNow(ports, live, sent.group?.id), gateTerms(ports)]);
      const { change } = await ports.items.update([sent.id], ([item]) => {
        if (item === undefined) {
          const gone = inStage(sent, { status: 'cancelled', by: 'user', endedAt: terms.now });
          return { change: nobodyWaits(gone, event), items: [], gates: [] };
        }
        const next = transition(item, event, terms);
        const isNew = next.item !== item;
        return { change: next, items: isNew ? [next.item] : [], gates: isNew ? gatesAfter([next], ofGates) : [] };
      });
      life.note([change]);
      if (happening.type === 'probed' && isFetching(change.item))
        await ports.setHeaderRules(neededRules(after(live, [change]), await ports.grants()));
      return change;
    });
  }

  async function tell(sent: QueueItem, happening: Happening): Promise<void> {
    await drive(await report(sent, happening));
  }

  async function holdForRoom(): Promise<void> {
    await write(async () => {
      const settings = await ports.settings.read();
      if (!settings.hold) {
        await ports.settings.write({ ...settings, hold: true });
        ports.complain(new Refusal('disk-full', ports.words('notice_diskFull')));
      }
      return { answer: null, changes: [] };
    });
  }

  /** What carries the items of a registration is over by itself soon enough; the rest of it goes on undisturbed. */
  async function fetchMoved(registration: string): Promise<void> {
    if (underWay.has(registration) || openEnds.has(registration)) return;
    for (const item of await ofRegistration(registration))
      if (item.status === 'running') await keepFinished(hands, item);
  }

  async function ofRegistration(registration: string): Promise<readonly QueueItem[]> {
    const live = await ports.items.live();
    return live.filter(item => fetchPlanOf(item) !== null && fetchRegistration(item) === registration);
  }

  async function fetchEnded(end: FetchEnd, registration: string, ended: EndedFetch): Promise<void> {
    // Told twice: the first telling is being dealt with, and what it works with must last as long.
    if (parseRegistrationId(registration) === null || openEnds.has(registration)) return;
    underWay.add(registration);
    openEnds.set(registration, ended);
    try {
      const items = await ofRegistration(registration);
      await Promise.all(items.map(async item => drive(await report(item, await whatEnded(hands, item, end, ended)))));
    } finally {
      openEnds.delete(registration);
      underWay.delete(registration);
    }
    void wake();
  }

  async function add<T>(work: Add<T>): Promise<T> {
    const { answer } = await alone(async () => {
      const made = await work(additions);
      additions += 1;
      life.backups.noteAdded();
      await life.expectWork();
      await ports.items.add(made.items);
      return made;
    });
    void wake();
    return answer;
  }

  async function write<T>(work: Write<T>): Promise<T> {
    const { answer, changes } = await alone(async () => {
      // Not only items: settings, gates and what comes back by an undo are written here too.
      await life.expectWork();
      additions += 1;
      const done = await work();
      await save(done.changes);
      return done;
    });
    void carryOut(changes).catch(ports.complain);
    void wake();
    return answer;
  }

  async function remove(find: () => Promise<readonly QueueItem[]>, at: number): Promise<number> {
    const removed = await alone(async () => {
      const items = await find();
      const ids = items.map(({ id }) => id);
      await life.expectWork();
      await ports.items.remove(ids, at);
      return items;
    });
    void carryOut(removed.map(item => ({ item, effects: removingEffects(item) }))).catch(ports.complain);
    void wake();
    return removed.length;
  }

  const heard = { downloadBegun, downloadChanged, nameDownload, fetchMoved, fetchEnded };
  return { wake, wakeAndWatch, ...heard, write, add, remove };
}
