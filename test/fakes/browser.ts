import { backgroundFetchCarrier } from '../../src/carriers/background-fetch/carrier.ts';
import type { EndedFetch } from '../../src/carriers/background-fetch/collect.ts';
import { browserDownloadCarrier } from '../../src/carriers/browser-download/carrier.ts';
import type { ProbeResult } from '../../src/core/carriers/probe-result.ts';
import type { DownloadFact } from '../../src/core/queue/reconcile.ts';
import type { WatchList } from '../../src/core/queue/watchdog.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import type { Ports } from '../../src/worker/ports.ts';
import { createMemoryStore } from './memory-store.ts';

/** Bytes of every file of this small world; big enough for a Background Fetch where the host is granted. */
export const FILE_SIZE = 2 * 1024 * 1024;

/**
 * A browser in memory: it keeps what a real one keeps through the death of the worker, and goes on working meanwhile.
 * Its hosts are granted when their name begins with `granted`.
 */
export class FakeBrowser {
  readonly store = createMemoryStore();
  readonly downloads = new Map<number, DownloadFact>();
  readonly registrations = new Map<string, string>();
  readonly objectUrls = new Set<string>();
  /** The URLs of the files that arrived in the folder, the object URLs of fetched ones included. */
  readonly files: string[] = [];
  /** Downloads that were asked for and have no answer yet: the browser makes an entry only when the headers are there. */
  readonly unanswered: (() => void)[] = [];
  settings: Settings = DEFAULT_SETTINGS;
  watched: WatchList = {};
  isSeen = false;
  isOnline = true;
  wakeAt: number | null = null;
  now = Date.UTC(2026, 0, 1);
  private count = 0;

  /** The ports of one life of the worker. Every call passes `gate` before and after its deed. */
  ports(gate: Gate): Ports {
    const { store } = this;
    const downloads = this.downloadsPort();
    const fetches = this.fetchPort();
    const gated = <T extends object>(name: string, port: T): T => guard(name, port, gate);
    return {
      items: gated('items', store),
      settings: gated('settings', {
        read: async () => this.settings,
        write: async settings => void (this.settings = settings),
      }),
      session: gated('session', { isNew: async () => !this.isSeen, begin: async () => void (this.isSeen = true) }),
      carriers: {
        'background-fetch': gated('fetch', backgroundFetchCarrier(fetches)),
        'browser-download': gated('download', browserDownloadCarrier(downloads)),
      },
      downloads: gated('downloads', downloads),
      parcels: gated('parcels', this.parcelsPort()),
      watchList: gated('watch', {
        read: async () => this.watched,
        write: async (list: WatchList) => void (this.watched = list),
      }),
      ...gated('world', {
        registrationIds: async () => [...this.registrations.keys()],
        probe: async (url: string): Promise<ProbeResult> => answered(url),
        grants: async () => ['https://*.granted.test/*'],
        setHeaderRules: async () => undefined,
        setWake: async (at: number | null) => void (this.wakeAt = at),
        showBadge: async () => undefined,
      }),
      complain: fault => {
        throw fault;
      },
      words: (key, ...values) => [key, ...values].join(' '),
      isOnline: () => this.isOnline,
      now: () => this.now,
      random: () => 0.5,
      newId: () => `item-${(this.count += 1)}`,
    };
  }

  private enter(url: string): number {
    const id = (this.count += 1);
    this.downloads.set(id, { id, url, state: 'in_progress', error: null, path: '', bytes: 0, startedAt: this.now });
    // The file is so small that it is there before its id has been told: its events are over then.
    if (new URL(url).pathname.endsWith('.tiny')) this.complete(id);
    return id;
  }

  /** Ends one thing that the browser is at work at, and says which, or null when it is idle. */
  finishOne(): { registration: string; ended: EndedFetch } | 'download' | null {
    const enter = this.unanswered.shift();
    if (enter !== undefined) {
      enter();
      return 'download';
    }
    const [first] = this.registrations;
    if (first !== undefined) {
      this.registrations.delete(first[0]);
      return { registration: first[0], ended: whole(first[1]) };
    }
    const running = [...this.downloads.values()].find(({ state }) => state === 'in_progress');
    if (running === undefined) return null;
    this.complete(running.id);
    return 'download';
  }

  private complete(id: number): void {
    const running = this.downloads.get(id);
    if (running === undefined) return;
    this.files.push(running.url);
    this.downloads.set(id, { ...running, state: 'complete', path: `/downloads/${id}`, bytes: FILE_SIZE });
  }

  private downloadsPort(): Ports['downloads'] & { discard(id: number): Promise<void> } {
    return {
      start: ({ url }) => new Promise(resolve => this.unanswered.push(() => resolve(this.enter(url)))),
      discard: async id => void this.downloads.delete(id),
      progress: async () => null,
      hold: async () => undefined,
      goOn: async () => undefined,
      isAnyRunning: async () => [...this.downloads.values()].some(({ state }) => state === 'in_progress'),
      unfinished: async () => [...this.downloads.values()].filter(({ state }) => state === 'in_progress'),
      find: async (ids, urls) =>
        [...this.downloads.values()].filter(fact => ids.includes(fact.id) || urls.includes(fact.url)),
    };
  }

  private fetchPort(): Parameters<typeof backgroundFetchCarrier>[0] {
    return {
      start: async ({ registration, url }) => void this.registrations.set(registration, url),
      abort: async registration => void this.registrations.delete(registration),
      progress: async () => null,
    };
  }

  private parcelsPort(): Ports['parcels'] {
    return {
      pack: async () => {
        const url = `blob:longhaul/${(this.count += 1)}`;
        this.objectUrls.add(url);
        return url;
      },
      heldUrls: async () => [...this.objectUrls],
      release: async url => void this.objectUrls.delete(url),
    };
  }
}

/** Called with the name of each call, before it and after it. A gate that never resolves is a death. */
export type Gate = (point: string) => Promise<void>;

function guard<T extends object>(name: string, port: T, gate: Gate): T {
  const entries = Object.entries(port).map(([key, member]: [string, unknown]) => {
    if (typeof member !== 'function') return [key, member];
    const call = async (...args: unknown[]): Promise<unknown> => {
      await gate(`before ${name}.${key}`);
      const answer: unknown = await member.apply(port, args);
      await gate(`after ${name}.${key}`);
      return answer;
    };
    return [key, call];
  });
  return Object.fromEntries(entries) as T;
}

function answered(url: string): ProbeResult {
  return { kind: 'answered', finalUrl: url, total: FILE_SIZE, contentType: 'text/plain', disposition: null };
}

function whole(url: string): EndedFetch {
  const response = new Response(new Uint8Array(FILE_SIZE), { headers: { 'content-length': String(FILE_SIZE) } });
  Object.defineProperty(response, 'url', { value: url });
  return { failureReason: '', downloaded: FILE_SIZE, responses: async () => [response] };
}
