import type { Change } from '../core/queue/change.ts';
import type { Effect } from '../core/queue/effect.ts';
import { registrationId } from '../core/queue/item-jobs.ts';
import { isEnded } from '../core/queue/item.ts';
import { Asks } from './asks.ts';
import { type Backups, createBackups } from './backup.ts';
import type { Ports } from './ports.ts';

/** ms. Whatever is live is looked at as often, so that an alarm which stands for nothing comes at no other time. */
const SOON = 60_000;

/** What one life of the worker knows, and what dies with it: nothing of it may be missed by the next. */
export class Life {
  /** Attempts at whose start or saving this life is at work: they report by themselves. */
  readonly underWay = new Set<string>();
  /** What this life has asked the browser to download. */
  readonly asks = new Asks();
  readonly backups: Backups;
  /** Downloads that the browser has told of while there may be some whose id we do not know yet. */
  readonly changedDownloads = new Set<number>();
  /** Something may have ended that the user has not been told of: in this life, or in the last. */
  isNewsNear = true;
  hasSwept = false;
  /** A download may run for nobody: one has begun that this life did not ask for, or an id could not be noted. */
  isStrayNear = false;
  /** Alarm and badge follow already from what is on disk. */
  isSettled = false;
  /** When the alarm was set for (ms since the epoch), as far as this life has set it. */
  wakeAt: number | null = null;
  /** The time of the last look, ms since the epoch. */
  lookedAt = 0;
  /** The watchdog is to make its round with the next look. */
  isRoundDue = false;
  private readonly ports: Ports;

  constructor(ports: Ports) {
    this.ports = ports;
    this.backups = createBackups(ports);
  }

  /** Changes are on disk: what they begin is under way, and what stands around them is out of step. */
  note(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.isSettled = false;
    this.isNewsNear ||= changes.some(({ item }) => isEnded(item));
    for (const { item, effects } of changes) if (effects.some(isStart)) this.underWay.add(registrationId(item));
  }

  /** What was to be noted or ended could not be: whatever the browser was asked for may go on for nobody. */
  noteFault(): void {
    this.hasSwept = false;
    this.isStrayNear = true;
  }

  /** Whether an alarm stands before us. */
  hasAlarm(now: number): boolean {
    return this.wakeAt !== null && this.wakeAt > now;
  }

  /**
   * Something is about to be written that a round is to see to. An alarm stands before it is: the worker may die between
   * the two, and nobody else would wake the next one. The round sets the alarm anew, or clears it.
   */
  async expectWork(): Promise<void> {
    this.isSettled = false;
    const now = this.ports.now();
    if (this.hasAlarm(now) && (this.wakeAt ?? 0) <= now + SOON) return;
    await this.ports.setWake(now + SOON);
    this.wakeAt = now + SOON;
  }
}

const STARTS: readonly Effect['do'][] = ['probe', 'ask', 'collect', 'save', 'keep'];

/** Effects that make up an attempt's start or saving, as against those that end something. */
export function isStart({ do: what }: Effect): boolean {
  return STARTS.includes(what);
}
