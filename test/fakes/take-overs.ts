import type { ProbeResult } from '../../src/core/carriers/probe-result.ts';
import type { ScriptPages } from '../../src/core/take-over/alt-click-pages.ts';
import type { Bypass } from '../../src/core/take-over/bypass.ts';
import type { TakeOver } from '../../src/core/take-over/take-over.ts';
import type { TakeOverPorts } from '../../src/worker/take-over-ports.ts';
import type { FakeClock } from './clock.ts';
import { FakeForeignDownloads } from './foreign-downloads.ts';
import { type Gate, guarded } from './gate.ts';

/** ms after which the alarm of the take-overs rings, and rings again. */
const PERIOD = 60_000;

/** What the browser keeps for the take-overs, and the downloads that they are about. */
export class FakeTakeOvers {
  readonly downloads: FakeForeignDownloads;
  /** `storage.local`: it outlives the browser. */
  journal: readonly TakeOver[] = [];
  /** `storage.session`: they end with the browser. */
  bypasses: readonly Bypass[] = [];
  private session: string | null = null;
  /** Match patterns of the pages that are listened in. */
  listenedIn: readonly string[] = [];
  altClickedIn: ScriptPages = { matches: [], excludes: [] };
  /** When the alarm rings, ms since the epoch. */
  wakeAt: number | null = null;
  private readonly clock: FakeClock;
  private readonly newNumber: () => number;

  constructor(clock: FakeClock, newNumber: () => number) {
    this.clock = clock;
    this.newNumber = newNumber;
    this.downloads = new FakeForeignDownloads(() => clock.now, newNumber);
  }

  ports(gate: Gate, askAgain: (url: string) => Promise<ProbeResult>): TakeOverPorts {
    const gated = <T extends object>(name: string, port: T): T => guarded(name, port, gate);
    return {
      journal: gated('journal', {
        read: async () => this.write(this.journal),
        note: async (takeOver: TakeOver) => void this.write([...this.journal, takeOver]),
        forget: async (itemId: string) => void this.write(this.journal.filter(other => other.itemId !== itemId)),
      }),
      bypasses: gated('session', {
        read: async () => this.bypasses,
        write: async (all: readonly Bypass[]) => void (this.bypasses = all),
      }),
      downloads: gated('foreign', this.downloads.port()),
      ...gated('world', {
        session: async () => (this.session ??= `session-${this.newNumber()}`),
        askAgain,
        altClickIn: async (pages: ScriptPages) => void (this.altClickedIn = pages),
        listenIn: async (patterns: readonly string[]) => void (this.listenedIn = patterns),
      }),
    };
  }

  /** The alarm has its time: it rings again. */
  ring(): boolean {
    const isDue = this.wakeAt !== null && this.wakeAt <= this.clock.now;
    if (isDue) this.wakeAt = this.clock.now + PERIOD;
    return isDue;
  }

  /** The browser ends, and starts again. */
  end(how: 'CRASH' | 'USER_CANCELED'): void {
    this.downloads.endAll(how, how === 'CRASH');
    this.bypasses = [];
    this.session = null;
    this.wakeAt = null;
  }

  /** As `platform/take-over-journal.ts` does: an alarm stands as long as there is one. */
  private write(all: readonly TakeOver[]): readonly TakeOver[] {
    this.journal = all;
    this.wakeAt = all.length === 0 ? null : (this.wakeAt ?? this.clock.now + PERIOD);
    return all;
  }
}
