import { backgroundFetchCarrier } from '../../src/carriers/background-fetch/carrier.ts';
import { browserDownloadCarrier } from '../../src/carriers/browser-download/carrier.ts';
import type { ProbeResult } from '../../src/core/carriers/probe-result.ts';
import type { WatchList } from '../../src/core/queue/watchdog.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import type { BackedUp } from '../../src/core/queue/backup.ts';
import type { NamedFile, UnnamedFile } from '../../src/worker/downloads-port.ts';
import type { Backup, BackupMark, Ports } from '../../src/worker/ports.ts';
import type { TakeOverPorts } from '../../src/worker/take-over-ports.ts';
import { FakeClock } from './clock.ts';
import { FakeDownloads } from './downloads.ts';
import { FakeFetches } from './fetches.ts';
import { type Gate, guarded } from './gate.ts';
import { FakeGrants } from './grants.ts';
import { createMemoryStore } from './memory-store.ts';
import { FakeNotices } from './notices.ts';
import { parcelsPort } from './parcels.ts';
import { type PartRoom, partsPort } from './parts.ts';
import { bytesOf, probeOf, Servers } from './servers.ts';
import { newSession } from './session.ts';
import { FakeTakeOvers } from './take-overs.ts';

type NameFile = (file: UnnamedFile) => Promise<NamedFile | null>;

/** ms until a question to a server that is silent is given up. */
const PROBE_PATIENCE = 10_000;

/** ms that a browser or an extension takes to be there again. */
const STARTING_TIME = 2_000;

/** ms after which an alarm that has rung rings again. */
const RINGS_AGAIN = 60_000;

/**
 * A browser in memory: it keeps what a real one keeps through the death of the worker, and goes on working meanwhile.
 * What becomes of a file its URL says (`servers.ts`). Nothing happens by itself: `World` lets it.
 */
export class FakeBrowser {
  readonly store = createMemoryStore();
  readonly clock = new FakeClock();
  readonly servers = new Servers();
  readonly grants = new FakeGrants();
  readonly downloads: FakeDownloads;
  readonly fetches: FakeFetches;
  readonly takeOvers = new FakeTakeOvers(this.clock, () => (this.count += 1));
  readonly notices = new FakeNotices();
  /** The blobs that the offscreen document holds. */
  readonly objectUrls = new Map<string, Blob>();
  /** The part store, by item. */
  readonly parts: PartRoom = new Map();
  /** Faults that the user was told of. */
  readonly complaints: unknown[] = [];
  /** Who is told of each download of ours that begins, a moment later. */
  onDownloadBegun: (url: string) => void = () => undefined;
  /** Who is told of each download that ends, is held or goes on. */
  onDownloadChanged: (id: number) => void = () => undefined;
  onDownloadNamed: NameFile = async () => null;
  /** Nothing is forgotten for its age: walks let years pass. */
  settings: Settings = { ...DEFAULT_SETTINGS, hostLimit: 4, historyDays: 0 };
  rules: readonly Rule[] = [];
  /** `storage.local`: it outlives the queue's store. */
  backup: { mark: BackupMark; items: readonly BackedUp[] } = { mark: { stamp: '', birth: null, size: 0 }, items: [] };
  isOnline = true;
  isListening = true;
  /** ms since the epoch. An alarm that has rung rings again, until it is set anew or cleared. */
  wakeAt: number | null = null;
  /** `storage.session`: it ends with the browser, and with a reload of the extension. */
  session = newSession();
  private hasRung = false;
  private count = 0;

  constructor() {
    const newNumber = (): number => (this.count += 1);
    const isOnline = (): boolean => this.isOnline;
    this.downloads = new FakeDownloads({
      servers: this.servers,
      now: () => this.clock.now,
      isOnline,
      newNumber,
      sizeOf: url => (url.startsWith('blob:') ? (this.objectUrls.get(url)?.size ?? null) : bytesOf(url)),
      tellOfBeginning: url => this.onDownloadBegun(url),
      tellOfChange: id => this.onDownloadChanged(id),
      askForName: file => this.onDownloadNamed(file),
    });
    const mayRun = (): boolean => this.isOnline && this.downloads.running.length === 0;
    this.fetches = new FakeFetches(this.servers, this.grants, mayRun, (ms, act) => this.clock.after(ms, act));
  }

  /** The ports of one life of the worker. Every call passes `gate` before and after its deed. */
  ports(gate: Gate): Ports {
    const downloads = this.downloads.port();
    const gated = <T extends object>(name: string, port: T): T => guarded(name, port, gate);
    return {
      items: gated('items', this.store),
      settings: gated('settings', {
        read: async () => this.settings,
        write: async settings => void (this.settings = settings),
      }),
      rules: gated('rules', {
        read: async () => this.rules,
        write: async (rules: readonly Rule[]) => void (this.rules = rules),
      }),
      session: gated('session', {
        isNew: async () => !this.session.isSeen,
        begin: async () => void (this.session.isSeen = true),
      }),
      carriers: {
        'background-fetch': gated('fetch', backgroundFetchCarrier(this.fetches.port())),
        'browser-download': gated('download', browserDownloadCarrier(downloads)),
      },
      downloads: gated('downloads', downloads),
      parcels: gated(
        'parcels',
        parcelsPort(this.objectUrls, () => (this.count += 1)),
      ),
      parts: gated('parts', partsPort(this.parts)),
      watchList: gated('watch', {
        read: async () => this.session.watched,
        write: async (list: WatchList) => void (this.session.watched = list),
      }),
      ...gated('world', {
        openFetch: async (registration: string) => this.fetches.open(registration),
        registrationIds: async () => [...this.fetches.registrations.keys()],
        probe: async (url: string) => this.probe(url),
        grants: async () => this.grants.patterns,
        setHeaderRules: async () => undefined,
        setWake: async (at: number | null) => this.setWake(at),
        showBadge: async () => undefined,
        network: async () => this.network(),
      }),
      notices: gated('notices', this.notices.port()),
      backup: gated('backup', {
        mark: async () => this.backup.mark,
        items: async () => this.backup.items,
        write: async ({ mark, items }: Backup) => void (this.backup = { mark, items: items ?? this.backup.items }),
      }),
      listenForNames: isNeeded => void (this.isListening = isNeeded),
      complain: fault => void this.complaints.push(fault),
      words: (key, ...values) => [key, ...values].join(' '),
      update: { isWaiting: async () => false, apply: () => undefined },
      zone: () => 'UTC',
      now: () => this.clock.now,
      random: () => 0.5,
      newId: () => `item-${(this.count += 1)}`,
    };
  }

  /** What the take-overs of one life of the worker use beyond those. */
  takeOverPorts(gate: Gate): TakeOverPorts {
    return this.takeOvers.ports(gate, url => this.probe(url));
  }

  /** Lets the browser get one thing done that has had its time; false when there is none. */
  finishOne(): boolean {
    return this.downloads.finishOne() || this.fetches.finishOne() || this.takeOvers.downloads.finishOne();
  }

  /** Lets time pass for everything; what has had its time waits for `finishOne`. */
  elapse(ms: number): void {
    this.downloads.elapse(ms);
    this.fetches.elapse(ms);
    this.takeOvers.downloads.elapse(ms);
    this.clock.elapse(ms);
  }

  /** ms until something has had its time; null when nothing moves. */
  next(): number | null {
    const all = [this.downloads, this.fetches, this.takeOvers.downloads, this.clock];
    const times = all.map(each => each.next()).filter(ms => ms !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  setGrants(isGiven: boolean): void {
    this.grants.set(isGiven);
    this.fetches.goDeaf();
  }

  setOnline(isOnline: boolean): void {
    const isGone = this.isOnline && !isOnline;
    this.isOnline = isOnline;
    if (isGone) this.downloads.disconnect();
  }

  /**
   * Ends with SIGKILL and starts again. Only what is on disk is left: registrations go on, downloads do not, whatever
   * had no headers yet is forgotten.
   */
  crash(): void {
    this.downloads.endAll('CRASH');
    this.takeOvers.end('CRASH');
    this.fetches.crash();
    this.startAnew();
  }

  /** Is closed as one should, and starts again. */
  close(): void {
    this.downloads.endAll('USER_CANCELED');
    this.takeOvers.end('USER_CANCELED');
    this.fetches.close();
    this.startAnew();
  }

  /** The extension alone is loaded anew: downloads do not notice. */
  reload(isTold: boolean): void {
    this.fetches.reload(isTold);
    this.startAnew();
  }

  /** Somebody closes the offscreen document, and its blobs are gone. */
  closeOffscreen(): void {
    this.objectUrls.clear();
  }

  private startAnew(): void {
    this.clock.forget();
    this.clock.elapse(STARTING_TIME);
    this.session = newSession();
    this.wakeAt = null;
    this.closeOffscreen();
  }

  /** The alarm has its time. */
  ring(): void {
    this.hasRung = true;
    this.wakeAt = this.clock.now + RINGS_AGAIN;
  }

  /** As `platform/alarm.ts` does: one that comes sooner stays, but not the mere ringing again. */
  private setWake(at: number | null): void {
    const { hasRung } = this;
    this.hasRung = false;
    if (!hasRung && at !== null && this.wakeAt !== null && this.wakeAt > this.clock.now && this.wakeAt <= at) return;
    this.wakeAt = at;
  }

  /** As `platform/network.ts` does: that the network is away is noted when somebody looks. */
  private network(): { isOnline: boolean; awayAt: number | null } {
    if (!this.isOnline) this.session.awayAt = this.clock.now;
    return { isOnline: this.isOnline, awayAt: this.session.awayAt };
  }

  private probe(url: string): Promise<ProbeResult> {
    const trouble = this.servers.request(url, 'probe');
    const answer = probeOf(url, this.isOnline && this.grants.isReadable(url) ? trouble : 'hang');
    if (trouble !== 'hang') return Promise.resolve(answer);
    return new Promise(resolve => this.clock.after(PROBE_PATIENCE, () => resolve(answer)));
  }
}
