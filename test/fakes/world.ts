import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '../../src/messages/refusal.ts';
import { createHandlers } from '../../src/worker/handlers.ts';
import type { Ports } from '../../src/worker/ports.ts';
import { createQueueKeeper, type QueueKeeper } from '../../src/worker/queue-keeper.ts';
import { createTakeOvers, type TakeOvers } from '../../src/worker/take-over.ts';
import { FakeBrowser } from './browser.ts';
import type { FetchEvent } from './fetches.ts';
import { goesOn } from './goes-on.ts';
import { mayFailLate, type Point } from './gate.ts';
import { NO_PAGES } from './pages.ts';

/** ms without anything to do after which the browser ends the worker. */
const IDLE = 30_000;
/** Rounds in which any queue of these tests has come to rest long since. */
const MOST_ROUNDS = 5_000;
/** Await points after which whatever happens at once has happened long since. */
const MOST_POINTS = 50_000;

type WorkerHandlers = ReturnType<typeof createHandlers>;

interface Life {
  readonly keeper: QueueKeeper;
  readonly handlers: WorkerHandlers;
  readonly takeOvers: TakeOvers;
  readonly ports: Ports;
  /** Calls of ports that have no answer yet: they keep the worker alive. */
  calls: number;
  isDead: boolean;
}

/** What became of a message to the worker: it may have died over it. */
export interface Call {
  state: 'unanswered' | 'answered' | 'refused' | 'failed';
  answer: unknown;
}

/** At which await points, counted over all lives, the worker dies, and at which a call of a port fails. */
export interface Faults {
  readonly deaths?: readonly number[];
  readonly throws?: readonly number[];
}

/** A browser and the lives of one worker in it: it may die at any await, and is born again for the next event. */
export class World {
  readonly browser = new FakeBrowser();
  /** Await points that lives have passed so far. */
  points = 0;
  /** Lives that have ended. */
  deathCount = 0;
  /** Calls that have failed. */
  thrown = 0;
  /**
   * How often the queue would have stood still for ever, had nobody opened a page: the worker died over an alarm
   * before it had set the next one.
   */
  rescues = 0;
  /** A page of ours is open, and keeps the worker alive. */
  isLookedAt = true;
  private readonly deaths: Set<number>;
  private readonly throws: ReadonlySet<number>;
  private life: Life | null = null;

  constructor({ deaths = [], throws = [] }: Faults = {}) {
    this.deaths = new Set(deaths);
    this.throws = new Set(throws);
    this.browser.onDownloadBegun = url => this.worker().keeper.downloadBegun(url);
    // Only the life that has asked for a download listens for its name.
    this.browser.onDownloadNamed = async file => (this.isAlive ? this.worker().keeper.nameDownload(file) : null);
    this.browser.onDownloadChanged = id => this.worker().keeper.downloadChanged(id);
  }

  get isAlive(): boolean {
    return this.life !== null && !this.life.isDead;
  }

  /** The living worker; a new one is born, and wakes, where there is none. */
  worker(): Life {
    if (this.life !== null && !this.life.isDead) return this.life;
    const gate = (point: Point): Promise<void> => this.pass(life, point);
    const ports = this.browser.ports(gate);
    const keeper = createQueueKeeper(ports);
    const takeOvers = createTakeOvers(ports, this.browser.takeOverPorts(gate), keeper);
    const handlers = createHandlers(ports, { ...NO_PAGES, takeOvers }, keeper);
    const life: Life = { keeper, handlers, takeOvers, ports, calls: 0, isDead: false };
    this.life = life;
    void keeper.wake();
    void takeOvers.recover();
    return life;
  }

  /** The worker dies where it stands. */
  kill(): void {
    if (this.life === null || this.life.isDead) return;
    this.life.isDead = true;
    this.deathCount += 1;
    this.browser.downloads.orphan();
  }

  /** A death is still to come. */
  get isDoomed(): boolean {
    return [...this.deaths].some(point => point > this.points);
  }

  /** The worker dies when so many more await points are passed. */
  killAfter(points: number): void {
    this.deaths.add(this.points + points);
  }

  /** A page sends the worker a message. */
  ask(name: keyof WorkerHandlers, ask: unknown = {}): Call {
    const call: Call = { state: 'unanswered', answer: null };
    const { handlers } = this.worker();
    handlers[name](ask, {}).then(
      answer => Object.assign(call, { state: 'answered', answer }),
      (error: unknown) => {
        call.state = error instanceof Refusal ? 'refused' : 'failed';
        if (call.state === 'failed') this.browser.complaints.push(error);
      },
    );
    return call;
  }

  /** As a user does: a message that got no answer is sent again. */
  async insist(name: keyof WorkerHandlers, ask: unknown = {}): Promise<Call> {
    for (let times = 0; times < 60; times += 1) {
      const call = this.ask(name, ask);
      await this.settle();
      if (call.state === 'answered' || call.state === 'refused') return call;
    }
    throw new Error(`No answer to ${name}.`);
  }

  /** The browser goes, in one way or another, and comes back; or the extension alone does. */
  restart(how: 'crash' | 'close' | 'reload' | 'reload in silence'): void {
    this.kill();
    if (how === 'crash') this.browser.crash();
    else if (how === 'close') this.browser.close();
    else this.browser.reload(how === 'reload');
    this.worker();
    // What has happened meanwhile is told while the first look is still being taken.
    this.deliver();
  }

  /** The network goes or comes; nobody wakes a dead worker for it. */
  setOnline(isOnline: boolean): void {
    this.browser.setOnline(isOnline);
    if (this.isAlive) void this.worker().keeper.wake();
  }

  /**
   * Resolves when the worker has been told all that has happened, and has done all that it can for now. Fails when
   * what it does gives it always more to do.
   */
  async settle(): Promise<void> {
    const { points } = this;
    do {
      await this.quiet();
      if (this.points - points > MOST_POINTS) throw new Error('The worker never comes to an end.');
    } while (this.deliver());
  }

  /** Lets time pass, and alarms ring. */
  async elapse(ms: number): Promise<void> {
    await this.settle();
    for (let left = ms; left > 0; ) {
      const toAlarm = this.toAlarm();
      const slice = Math.max(1, Math.min(left, toAlarm ?? left, this.browser.next() ?? left));
      // A worker with nothing to do does not live that long.
      if (slice >= IDLE && !this.isLookedAt && this.life?.calls === 0) this.kill();
      this.browser.elapse(slice);
      if (toAlarm !== null && slice >= toAlarm) this.ring();
      await this.settle();
      left -= slice;
    }
  }

  /** Lets browser and worker go on until neither has anything left to do; fails when that never comes. */
  async runToRest(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await this.settle();
      if (this.browser.finishOne()) continue;
      const times = [this.browser.next(), this.toAlarm()].filter(ms => ms !== null);
      if (times.length > 0) await this.elapse(Math.max(1, Math.min(...times)));
      else if (this.isAlive) return;
      else await this.rescue();
    }
    throw new Error('The queue did not come to rest.');
  }

  /** Somebody opens a page of ours, long after the worker has died. */
  private async rescue(): Promise<void> {
    const unended = this.browser.store.all().filter(goesOn);
    if (unended.length + this.browser.takeOvers.journal.length > 0) this.rescues += 1;
    this.worker();
  }

  /** ms until the alarm rings; null where none is set. */
  private toAlarm(): number | null {
    const { wakeAt, takeOvers, clock } = this.browser;
    const times = [wakeAt, takeOvers.wakeAt].filter(at => at !== null);
    return times.length === 0 ? null : Math.max(0, Math.min(...times) - clock.now);
  }

  private ring(): void {
    const { wakeAt, takeOvers, clock } = this.browser;
    if (takeOvers.ring()) void this.worker().takeOvers.recover();
    if (wakeAt === null || wakeAt > clock.now) return;
    this.browser.ring();
    void this.worker().keeper.wakeAndWatch();
  }

  /** Tells the worker of Background Fetches that have ended since; false when none has. */
  private deliver(): boolean {
    const events = this.browser.fetches.events.splice(0);
    for (const event of events) this.tellOfEnd(event);
    return events.length > 0;
  }

  private tellOfEnd({ end, registration, ended }: FetchEvent): void {
    this.worker()
      .keeper.fetchEnded(end, registration, ended)
      .catch((fault: unknown) => this.browser.complaints.push(fault));
  }

  /** Resolves when no call is on its way any more that the browser answers by itself. */
  private async quiet(): Promise<void> {
    const { points } = this;
    for (let before = -1; before !== this.points && before - points <= MOST_POINTS; ) {
      before = this.points;
      await nextTurn();
    }
  }

  private async pass(life: Life, point: Point): Promise<void> {
    if (life.isDead) return new Promise(() => undefined);
    this.points += 1;
    if (this.deaths.has(this.points)) {
      this.kill();
      return new Promise(() => undefined);
    }
    if (point.when === 'after') life.calls -= 1;
    if (this.throws.has(this.points) && (point.when === 'before' || mayFailLate(point))) {
      this.thrown += 1;
      throw new Error(`${point.call} fails`);
    }
    if (point.when === 'before') life.calls += 1;
    return undefined;
  }
}
