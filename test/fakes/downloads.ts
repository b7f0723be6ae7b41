import type { DownloadPort } from '../../src/carriers/browser-download/carrier.ts';
import type { DownloadFact } from '../../src/core/queue/reconcile.ts';
import type { DownloadsPort, NamedFile, UnnamedFile } from '../../src/worker/downloads-port.ts';
import { isPathOf } from '../../src/core/naming/numbered-name.ts';
import { type Entry, freePath, isAnswerable, isBlob, isRunning, type Request } from './download-entry.ts';
import { FakeFolder } from './folder.ts';
import { interruptOf, saidBy, type Servers } from './servers.ts';

/** ms that a server may be silent beyond its time. */
const LONGEST_SILENCE = 9_000;

/** What the parts of the browser share. */
export interface Around {
  readonly servers: Servers;
  readonly now: () => number;
  readonly isOnline: () => boolean;
  readonly newNumber: () => number;
  /** Bytes of a file or of a blob; null where the offscreen document does not hold the blob any more. */
  readonly sizeOf: (url: string) => number | null;
  readonly askForName: (file: UnnamedFile) => Promise<NamedFile | null>;
  /** A download has ended, or was held, or has gone on. */
  readonly tellOfBeginning: (url: string) => void;
  readonly tellOfChange: (id: number) => void;
}

/** `chrome.downloads`: it outlives the worker, and goes on meanwhile. */
export class FakeDownloads {
  /** No file can be completed. */
  isDiskFull = false;
  readonly entries = new Map<number, Entry>();
  readonly folder = new FakeFolder();
  readonly files = this.folder.files;
  /** What the browser keeps back for fear, by number. */
  readonly feared = new Map<number, string>();
  requests: Request[] = [];
  private readonly around: Around;

  constructor(around: Around) {
    this.around = around;
  }

  get facts(): readonly DownloadFact[] {
    return [...this.entries.values()].map(({ fact }) => fact);
  }

  /** Entries that go on by themselves. */
  get running(): readonly DownloadFact[] {
    return [...this.entries.values()].filter(isRunning).map(({ fact }) => fact);
  }

  /** Answers one request, or ends one download, whose time is over; false when there is none. */
  finishOne(): boolean {
    const request = this.requests.find(each => isAnswerable(each) && each.left <= 0);
    if (request !== undefined) {
      this.requests = this.requests.filter(each => each !== request);
      request.resolve(this.enter(request));
      return true;
    }
    const entry = [...this.entries.values()].find(each => this.moves(each) && each.left <= 0);
    if (entry !== undefined) this.end(entry);
    return entry !== undefined;
  }

  /**
   * A server that has had its time and another `LONGEST_SILENCE` never answers: an answer that comes later still may
   * meet a worker that knows nothing of its request, and can be told from a new one by nobody.
   */
  elapse(ms: number): void {
    for (const request of this.requests) if (isAnswerable(request)) request.left -= ms;
    this.requests = this.requests.filter(({ left }) => left > -LONGEST_SILENCE);
    for (const entry of this.entries.values()) {
      if (!this.moves(entry)) continue;
      const part = entry.left <= 0 ? 0 : Math.min(1, ms / entry.left);
      entry.left -= ms;
      const { fact } = entry;
      entry.fact = { ...fact, bytes: Math.floor(fact.bytes + (entry.size - 1 - fact.bytes) * part) };
    }
  }

  /** ms until something has had its time; null when nothing moves. */
  next(): number | null {
    const moving = [
      ...this.requests.filter(isAnswerable),
      ...[...this.entries.values()].filter(entry => this.moves(entry)),
    ].filter(({ left }) => left > 0);
    return moving.length === 0 ? null : Math.min(...moving.map(({ left }) => left));
  }

  /** The worker has died: nobody hears the answers any more, and what it was to name has the name that it was asked for with. */
  orphan(): void {
    for (const request of this.requests) request.isOrphan = true;
    for (const entry of this.entries.values()) entry.isNamed = true;
  }

  /** All servers answer at once. */
  answerAll(): void {
    const answered = this.requests.filter(isAnswerable);
    this.requests = this.requests.filter(request => !isAnswerable(request));
    for (const request of answered) request.resolve(this.enter(request));
  }

  /** Ends all that has not ended, together with the browser: nobody is told, and what has no entry never gets one. */
  endAll(error: string): void {
    this.requests = [];
    for (const entry of this.entries.values())
      if (entry.fact.state === 'in_progress') entry.fact = { ...entry.fact, state: 'interrupted', error, bytes: 0 };
  }

  /** The network has gone: what was on its way from a server ends there, whether that had answered or not. */
  disconnect(): void {
    for (const entry of this.entries.values())
      if (isRunning(entry) && !isBlob(entry.fact.url)) this.interrupt(entry, 'NETWORK_DISCONNECTED', entry.fact.bytes);
    this.answerAll();
  }

  port(): DownloadsPort & DownloadPort {
    return {
      start: ({ url, filename, overwrites, isNamed }) =>
        new Promise(resolve => {
          const name = filename ?? new URL(url).pathname.split('/').at(-1) ?? '';
          const isHere = isBlob(url);
          const trouble = isHere ? null : this.around.servers.request(url, 'download');
          const request = {
            url,
            name,
            overwrites,
            isNamed,
            trouble,
            left: isHere ? 0 : saidBy(url, 'answers') * 1_000,
            resolve,
            isOrphan: false,
          };
          // A blob's entry is there at once: no server has to answer.
          if (isHere) resolve(this.enter(request));
          else this.requests.push(request);
        }),
      discard: async id => {
        const wasRunning = this.entries.get(id)?.fact.state === 'in_progress';
        this.entries.delete(id);
        if (wasRunning) this.around.tellOfChange(id);
      },
      progress: async id => {
        const entry = this.entries.get(id);
        return entry === undefined ? null : { bytes: entry.fact.bytes, total: entry.size };
      },
      hold: async id => {
        const entry = this.entries.get(id);
        if (entry?.fact.state === 'in_progress') this.setPaused(entry, true);
      },
      goOn: async id => {
        const entry = this.entries.get(id);
        if (entry?.fact.state !== 'in_progress') throw new Error('Download must be in progress');
        this.setPaused(entry, false);
      },
      isAnyRunning: async () => this.running.length > 0,
      danger: async id => this.feared.get(id) ?? null,
      finalUrl: async () => null,
      ...this.folder.port(),
      unfinished: async () => this.facts.filter(({ state }) => state === 'in_progress'),
      namesakes: async (filename, own) =>
        this.files
          .filter(({ id, path, isGone }) => id !== own && !isGone && isPathOf(path, filename))
          .map(({ path, bytes }) => ({ path, bytes, at: 0 })),
      find: async (ids, urls) => this.facts.filter(fact => ids.includes(fact.id) || urls.includes(fact.url)),
    };
  }

  private setPaused(entry: Entry, isPaused: boolean): void {
    if (entry.isPaused === isPaused) return;
    entry.isPaused = isPaused;
    this.around.tellOfChange(entry.fact.id);
  }

  private moves(entry: Entry): boolean {
    return (
      entry.isNamed &&
      !this.feared.has(entry.fact.id) &&
      isRunning(entry) &&
      (isBlob(entry.fact.url) || this.around.isOnline())
    );
  }

  private enter({ url, name, overwrites, isNamed, trouble, isOrphan }: Request): number {
    const id = this.around.newNumber();
    const startedAt = this.around.now();
    const fact: DownloadFact = { id, url, state: 'in_progress', error: null, path: '', bytes: 0, startedAt };
    const left = isBlob(url) ? 0 : saidBy(url, 'takes') * 1_000;
    const size = this.around.sizeOf(url) ?? 0;
    const entry: Entry = {
      fact,
      size,
      name,
      overwrites,
      isNamed: !isNamed || isOrphan,
      trouble,
      isPaused: false,
      left,
    };
    this.entries.set(id, entry);
    // Whose it is the browser says a moment later.
    void Promise.resolve().then(() => this.around.tellOfBeginning(url));
    if (isNamed && !isOrphan) this.nameFile(entry);
    const isRefused = trouble === 404 || trouble === 429 || trouble === 503;
    const isLost = isBlob(url) && this.around.sizeOf(url) === null;
    if (isLost) this.interrupt(entry, 'NETWORK_FAILED', 0);
    else if (!isBlob(url) && !this.around.isOnline()) this.interrupt(entry, 'NETWORK_DISCONNECTED', 0);
    else if (isRefused || trouble === 'tiny') this.end(entry);
    return id;
  }

  /** Where nobody answers, the browser takes the name that it was asked to take. */
  private nameFile(entry: Entry): void {
    const { id, url } = entry.fact;
    const file = { downloadId: id, url, finalUrl: url, suggested: entry.name, contentType: null, size: entry.size };
    void this.around
      .askForName(file)
      .catch(() => null)
      .then(named => {
        entry.name = named?.filename ?? entry.name;
        entry.overwrites = named?.overwrites ?? entry.overwrites;
        entry.isNamed = true;
      });
  }

  private end(entry: Entry): void {
    const { trouble, name, overwrites, fact } = entry;
    const { id, url } = fact;
    const error = this.isDiskFull ? 'FILE_NO_SPACE' : interruptOf(trouble);
    if (error !== null) return this.interrupt(entry, error, trouble === 'cut' ? entry.size / 2 : 0);
    const taken = new Set(overwrites ? [] : this.files.map(({ path }) => path));
    const path = freePath(name, taken);
    this.files.push({ id, url, path, bytes: entry.size, isGone: false });
    entry.fact = { ...entry.fact, state: 'complete', path, bytes: entry.size };
    this.around.tellOfChange(id);
  }

  private interrupt(entry: Entry, error: string, bytes: number): void {
    entry.fact = { ...entry.fact, state: 'interrupted', error, bytes };
    this.around.tellOfChange(entry.fact.id);
  }
}
