import type { ForeignDownload } from '../../src/core/take-over/foreign-download.ts';
import type { ForeignDownloadsPort } from '../../src/worker/take-over-ports.ts';
import { bytesOf, saidBy } from './servers.ts';

interface Entry {
  seen: ForeignDownload;
  /** ms of transfer to come. */
  left: number;
}

/** The downloads that the user has begun with a click in a page: they outlive the worker, and go on meanwhile. */
export class FakeForeignDownloads {
  readonly entries = new Map<number, Entry>();
  /** URLs of the files that have arrived this way. */
  readonly files: string[] = [];
  /** What a cancel meets: one that it ends, one that is complete before, or one that is being completed. */
  atCancel: 'ends' | 'complete' | 'completing' = 'ends';
  private readonly now: () => number;
  private readonly newNumber: () => number;

  constructor(now: () => number, newNumber: () => number) {
    this.now = now;
    this.newNumber = newNumber;
  }

  /** A click: the server has answered. `made`: what is not as of a plain link. */
  begin(url: string, made: Partial<ForeignDownload> = {}): ForeignDownload {
    const seen: ForeignDownload = {
      id: this.newNumber(),
      url,
      finalUrl: url,
      referrer: `${new URL(url).origin}/page`,
      type: 'application/octet-stream',
      total: bytesOf(url),
      path: '',
      state: 'in_progress',
      error: null,
      isPaused: false,
      canResume: false,
      isIncognito: false,
      isOfExtension: false,
      startedAt: this.now(),
      ...made,
    };
    this.entries.set(seen.id, { seen, left: saidBy(url, 'takes') * 1_000 });
    return seen;
  }

  /** Lets one that has had its time arrive; false when there is none. */
  finishOne(): boolean {
    const entry = [...this.entries.values()].find(each => isRunning(each) && each.left <= 0);
    if (entry !== undefined) this.complete(entry.seen.id);
    return entry !== undefined;
  }

  /** Whatever the worker has told the browser: the user, or the last bytes, were quicker. */
  complete(id: number): void {
    const entry = this.entries.get(id);
    if (entry?.seen.state !== 'in_progress') return;
    entry.seen = { ...entry.seen, state: 'complete', canResume: false };
    this.files.push(entry.seen.url);
  }

  interrupt(id: number, error: string, canResume: boolean): void {
    this.change(id, { state: 'interrupted', error, canResume });
  }

  elapse(ms: number): void {
    for (const entry of this.entries.values()) if (isRunning(entry)) entry.left -= ms;
  }

  next(): number | null {
    const running = [...this.entries.values()].filter(entry => isRunning(entry) && entry.left > 0);
    return running.length === 0 ? null : Math.min(...running.map(({ left }) => left));
  }

  /** Ends all that has not ended, together with the browser. */
  endAll(error: string, canResume: boolean): void {
    for (const id of this.entries.keys()) this.interrupt(id, error, canResume);
  }

  port(): ForeignDownloadsPort {
    return {
      look: async id => this.entries.get(id)?.seen ?? null,
      hold: async id => this.change(id, { isPaused: true, canResume: true }),
      goOn: async id => {
        const seen = this.entries.get(id)?.seen;
        if (seen === undefined || !seen.canResume) throw new Error('The download cannot be resumed.');
        if (seen.state === 'in_progress') return this.change(id, { isPaused: false });
        const entry = this.entries.get(id);
        if (entry !== undefined) entry.seen = { ...seen, state: 'in_progress', error: null, isPaused: false };
      },
      cancel: async id => {
        if (this.atCancel === 'ends') this.interrupt(id, 'USER_CANCELED', false);
        if (this.atCancel === 'complete') this.complete(id);
      },
      erase: async id => void this.entries.delete(id),
    };
  }

  /** Of one that has not ended. */
  private change(id: number, changed: Partial<ForeignDownload>): void {
    const entry = this.entries.get(id);
    if (entry?.seen.state === 'in_progress') entry.seen = { ...entry.seen, ...changed };
  }
}

function isRunning({ seen }: Entry): boolean {
  return seen.state === 'in_progress' && !seen.isPaused;
}
