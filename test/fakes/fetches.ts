import type { FetchPort, FileRequests } from '../../src/carriers/background-fetch/carrier.ts';
import type { EndedFetch, FetchEnd } from '../../src/carriers/background-fetch/collect.ts';
import { failure, FailedAttempt } from '../../src/core/carriers/failure.ts';
import type { Records } from '../../src/carriers/background-fetch/records.ts';
import type { FakeGrants } from './grants.ts';
import { bytesOf, endedFetch, partsOfFetch, saidBy, type Servers, type Trouble } from './servers.ts';

/** At most so many may stand at a time (Chromium 156). */
const MOST = 5;

interface FakeFile extends FileRequests {
  readonly trouble: Trouble | null;
}

interface Registration {
  readonly files: readonly FakeFile[];
  /** What the restarted browser has of an earlier one may never move again (Chromium 156). */
  readonly isStuck: boolean;
  readonly takes: number;
  /** The share, 0–1, that can be read: what was asked for before a host was taken back. */
  readonly readable: number;
  /** ms of transfer to come. */
  left: number;
}

export interface FetchEvent {
  readonly end: FetchEnd;
  readonly registration: string;
  readonly ended: EndedFetch;
}

/** Lets something happen after so many ms. */
export type After = (ms: number, act: () => void) => void;

/** Background Fetch: registrations outlive the worker, one runs at a time, and each tells of its end once at most. */
export class FakeFetches {
  readonly registrations = new Map<string, Registration>();
  /** What the worker is to be told. */
  events: FetchEvent[] = [];
  private readonly servers: Servers;
  private readonly grants: FakeGrants;
  private readonly mayRun: () => boolean;
  private readonly after: After;

  /** `mayRun`: the network is there, and the browser downloads nothing itself. */
  constructor(servers: Servers, grants: FakeGrants, mayRun: () => boolean, after: After) {
    this.servers = servers;
    this.grants = grants;
    this.mayRun = mayRun;
    this.after = after;
  }

  /** Ends the registration that runs, if its time is over; false when there is none. */
  finishOne(): boolean {
    const first = this.running();
    if (first === null || first[1].left > 0) return false;
    const [id, each] = first;
    const troubles = each.files.map(({ trouble }) => trouble);
    const trouble = troubles.find(one => one !== null) ?? null;
    const [{ url } = NO_FILE] = each.files;
    this.registrations.delete(id);
    if (trouble === 'vanish') return true;
    const event: FetchEvent = { end: endOf(troubles, each), registration: id, ended: recordsOf(each, null) };
    if (trouble === 'late') this.after(saidBy(url, 'lateness') * 1_000, () => this.events.push(event));
    else this.events.push(event, ...(trouble === 'twice' ? [event] : []));
    return true;
  }

  elapse(ms: number): void {
    const first = this.running();
    if (first !== null) first[1].left -= ms;
  }

  /** ms until the one that runs has had its time; null when none moves. */
  next(): number | null {
    const first = this.running();
    return first === null || first[1].left <= 0 ? null : first[1].left;
  }

  /** SIGKILL: each begins anew by itself, and those that waited their turn may stand for ever (Chromium 156). */
  crash(): void {
    this.events = [];
    for (const [index, [id, each]] of [...this.registrations].entries())
      this.registrations.set(id, { ...each, isStuck: index > 0, left: leftAfterCrash(each) });
  }

  /** A proper end: the one that ran has failed when the browser is there again, the others stand for ever. */
  close(): void {
    this.events = [];
    const [first] = this.registrations;
    this.crash();
    if (first !== undefined) this.fail(first[0]);
  }

  /** The extension is loaded anew: each has failed, told or in silence. */
  reload(isTold: boolean): void {
    this.events = [];
    for (const id of [...this.registrations.keys()]) {
      if (isTold) this.fail(id);
      else this.registrations.delete(id);
    }
  }

  /** Hosts are taken back: of what runs, requests that are still to be made bring nothing that can be read. */
  goDeaf(): void {
    for (const [id, each] of this.registrations)
      if (each.files.some(({ url }) => !this.grants.isReadable(url)))
        this.registrations.set(id, { ...each, readable: Math.min(each.readable, shareOf(each)) });
  }

  private troubleOf(url: string): Trouble | null {
    return this.grants.isReadable(url) ? this.servers.request(url, 'fetch') : 'unreadable';
  }

  port(): FetchPort {
    return {
      start: async ({ registration, files: asked }) => {
        if (this.registrations.has(registration)) return;
        const files = asked.map(file => ({ ...file, trouble: this.troubleOf(file.url) }));
        if (this.registrations.size >= MOST || files.some(({ trouble }) => trouble === 'refuse'))
          throw new FailedAttempt(failure('refused', 'There are too many active fetches for this origin.'));
        const takes = Math.max(...files.map(({ url }) => saidBy(url, 'takes'))) * 1_000;
        this.registrations.set(registration, { files, isStuck: false, takes, readable: 1, left: takes });
      },
      abort: async registration => {
        const found = this.registrations.get(registration);
        if (found === undefined) return;
        this.registrations.delete(registration);
        this.events.push({ end: 'abort', registration, ended: recordsOf(found, 'cancel') });
      },
      progress: async registration => {
        const found = this.registrations.get(registration);
        if (found === undefined) return null;
        const total = found.files.reduce((sum, { url }) => sum + bytesOf(url), 0);
        return { bytes: Math.floor(total * shareOf(found)), total };
      },
    };
  }

  /** What is there already of one that stands or runs. */
  open(registration: string): Records | null {
    const found = this.registrations.get(registration);
    return found === undefined ? null : recordsOf(found, null);
  }

  private fail(id: string): void {
    const found = this.registrations.get(id);
    if (found === undefined) return;
    this.registrations.delete(id);
    const ended = { ...recordsOf(found, 'unreadable'), failureReason: 'fetch-error' };
    this.events.push({ end: 'fail', registration: id, ended });
  }

  /** One that hangs keeps all others from their turn. */
  private running(): [string, Registration] | null {
    const [first] = this.registrations;
    if (first === undefined || !this.mayRun() || first[1].isStuck) return null;
    return first[1].files.some(({ trouble }) => trouble === 'hang') ? null : first;
  }
}

/** How much of it has come, 0–1. */
function shareOf({ takes, left }: Registration): number {
  return takes === 0 ? (left <= 0 ? 1 : 0) : 1 - Math.max(0, left) / takes;
}

/** Parts that have finished survive, the others begin anew. */
function leftAfterCrash(each: Registration): number {
  const count = each.files.reduce((sum, { parts }) => sum + parts.length, 0);
  return count === 0 ? each.takes : each.takes * (1 - Math.floor(count * shareOf(each)) / count);
}

const NO_FILE: FakeFile = { owner: '', url: 'https://nobody.test/', parts: [], trouble: null };

/** What there is of it; `trouble` befalls all its files, null leaves each its own. */
function recordsOf(each: Registration, trouble: Trouble | null): EndedFetch {
  const ends = each.files.map(({ owner, url, parts, ...file }) => {
    const own = trouble ?? file.trouble;
    const end =
      parts.length === 0 ? endedFetch(url, own) : partsOfFetch(url, own, parts, Math.min(each.readable, shareOf(each)));
    return { owner, end };
  });
  return {
    failureReason: ends.find(({ end }) => end.failureReason !== '')?.end.failureReason ?? '',
    downloaded: ends.reduce((sum, { end }) => sum + end.downloaded, 0),
    responses: async owner => ends.find(each => each.owner === owner)?.end.responses(owner) ?? [],
  };
}

function endOf(troubles: readonly (Trouble | null)[], { readable, files }: Registration): FetchEnd {
  if (troubles.includes('cancel')) return 'abort';
  if (readable < 1 && files.some(({ parts }) => parts.length > 0)) return 'fail';
  return troubles.some(trouble => FAILING.includes(trouble)) ? 'fail' : 'success';
}

const FAILING: readonly (Trouble | null)[] = [404, 429, 503, 'cut', 'unreadable'];
