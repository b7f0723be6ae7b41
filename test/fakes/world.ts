import { setImmediate as nextTurn } from 'node:timers/promises';
import { createQueueKeeper, type QueueKeeper } from '../../src/worker/queue-keeper.ts';
import type { Ports } from '../../src/worker/ports.ts';
import { FakeBrowser } from './browser.ts';

interface Life {
  readonly keeper: QueueKeeper;
  readonly ports: Ports;
  isDead: boolean;
}

/** A browser and the lives of one worker in it: it may die at any await, and is born again for the next event. */
export class World {
  readonly browser = new FakeBrowser();
  /** Await points that lives have passed so far. */
  points = 0;
  private readonly deaths: ReadonlySet<number>;
  private life: Life | null = null;

  /** `deaths` are the await points, counted over all lives, at which the worker dies. */
  constructor(deaths: readonly number[]) {
    this.deaths = new Set(deaths);
  }

  /** The living worker; a new one is born, and wakes, where there is none. */
  worker(): Life {
    if (this.life !== null && !this.life.isDead) return this.life;
    const ports = this.browser.ports(() => this.pass(life));
    const life: Life = { keeper: createQueueKeeper(ports), ports, isDead: false };
    this.life = life;
    void life.keeper.wake();
    return life;
  }

  /** SIGKILL and a new start: running downloads end as CRASH, registrations and blobs are gone. */
  restartBrowser(): void {
    if (this.life !== null) this.life.isDead = true;
    const { browser } = this;
    for (const [id, fact] of browser.downloads)
      if (fact.state === 'in_progress') browser.downloads.set(id, { ...fact, state: 'interrupted', error: 'CRASH' });
    browser.unanswered.length = 0;
    browser.registrations.clear();
    browser.objectUrls.clear();
    browser.isSeen = false;
  }

  /** Lets browser and worker go on until neither has anything left to do; fails when that never comes. */
  async runToTheEnd(): Promise<void> {
    for (let round = 0; round < 500; round += 1) {
      const { keeper } = this.worker();
      await this.quiet();
      const ended = this.browser.finishOne();
      if (ended === 'download') void this.worker().keeper.wake();
      else if (ended !== null) void this.worker().keeper.fetchEnded('success', ended.registration, ended.ended);
      else if (this.life?.isDead === true) continue;
      else if (this.browser.wakeAt === null) return;
      else {
        this.browser.now = Math.max(this.browser.now, this.browser.wakeAt);
        void keeper.wakeAndWatch();
      }
    }
    throw new Error('The queue did not come to rest.');
  }

  /** Resolves when no call is on its way any more. */
  async quiet(): Promise<void> {
    for (let before = -1; before !== this.points; ) {
      before = this.points;
      for (let turn = 0; turn < 4; turn += 1) await nextTurn();
    }
  }

  private async pass(life: Life): Promise<void> {
    if (life.isDead) return new Promise(() => undefined);
    this.points += 1;
    if (!this.deaths.has(this.points)) return undefined;
    life.isDead = true;
    return new Promise(() => undefined);
  }
}
