/**
 * The store as version 1 of it was: a frozen copy. Nothing here follows a change of the source; what an item of then
 * must be now stands beside it.
 */
import { type IDBPDatabase, openDB } from 'idb';
import type { OldSchema, Sample } from './old-schema.ts';

const PRIORITIES = ['high', 'normal', 'low'];
const T = 1_768_000_000_000;

const FETCH_PLAN = { carrier: 'background-fetch', total: 5_000_000, ruleHosts: ['files.test'] };
const DOWNLOAD_PLAN = { carrier: 'browser-download', total: null, filename: 'folder/file.zip' };
const HELD = { downloadId: 7, plan: DOWNLOAD_PLAN };
const PARCEL = { objectUrl: 'blob:chrome-extension://abc/1', filename: 'file.zip', size: 1_000 };
const REASON = { code: 'rate-limited', detail: 'HTTP 429', retryAfter: 60_000 };

const ASKED = {
  referrer: null,
  name: null,
  folder: null,
  priority: 'normal',
  wish: null,
  checksum: null,
  group: null,
  addedAt: T,
  attempt: 0,
  failures: 0,
  refusedBy: [],
  log: [{ at: T, what: 'added', detail: null }],
};

/** What every item of now has beyond those of then. */
const GROWN = {
  again: false,
  losses: 0,
  furthest: 0,
  referrerPolicy: 'strict-origin-when-cross-origin',
  kept: null,
  inWhole: false,
  mask: null,
  conflict: null,
  said: { download: null, title: null, text: null },
  batch: { number: 0, index: 0, on: { y: 1970, m: 1, d: 1, hh: 0, mm: 0, ss: 0 } },
  ruled: null,
};
/** The plan of a Background Fetch as it is now. */
const GROWN_PLAN = { plan: { ...FETCH_PLAN, validator: null, parts: null, shared: null } };
const HOLIDAY = { group: { id: 'Holiday', title: 'Holiday' } };

/** A browser download as it is planned now, and the same where it stands still. */
const NAMED_PLAN = { plan: { ...DOWNLOAD_PLAN, naming: 'given' } };
const NAMED_HELD = { held: { ...HELD, ...NAMED_PLAN } };

/** `was`: what is particular to the item; `is`: what of it is otherwise now. */
const SAMPLES: readonly { readonly was: object; readonly is?: object }[] = [
  { was: { status: 'queued', held: null, priority: 'low' } },
  {
    was: { status: 'queued', held: HELD, group: 'Holiday', attempt: 2, failures: 1 },
    is: { ...HOLIDAY, ...NAMED_HELD },
  },
  { was: { status: 'queued', held: null, url: 'http://127.0.0.1:8080/a.bin', priority: 'high' } },
  { was: { status: 'starting', step: 'probing', attempt: 1 } },
  { was: { status: 'starting', step: 'asking', plan: FETCH_PLAN, askedAt: T + 5, attempt: 1 }, is: GROWN_PLAN },
  {
    was: { status: 'running', carrier: 'background-fetch', plan: FETCH_PLAN, missingSince: null, group: 'Holiday' },
    is: { ...HOLIDAY, ...GROWN_PLAN },
  },
  {
    was: { status: 'running', carrier: 'browser-download', plan: DOWNLOAD_PLAN, downloadId: 8, attempt: 3 },
    is: NAMED_PLAN,
  },
  { was: { status: 'saving', step: 'collecting', plan: FETCH_PLAN, since: T + 6 }, is: GROWN_PLAN },
  { was: { status: 'saving', step: 'asking', parcel: PARCEL, askedAt: T + 7 } },
  { was: { status: 'saving', step: 'writing', parcel: PARCEL, downloadId: 9 } },
  { was: { status: 'waiting', dueAt: T + 60_000, reason: REASON, failures: 2, refusedBy: ['background-fetch'] } },
  { was: { status: 'paused', held: HELD, wish: 'browser-download', referrer: 'https://page.test/' }, is: NAMED_HELD },
  {
    was: { status: 'done', carrier: 'browser-download', path: '/d/a b.zip', bytes: 10, downloadId: 3, endedAt: T + 8 },
  },
  {
    was: {
      status: 'done',
      carrier: 'background-fetch',
      path: 'C:\\Users\\me\\Downloads\\film.mkv',
      bytes: 11,
      downloadId: 4,
      endedAt: T + 9,
      group: 'Done with',
      url: 'https://cdn.example.co.uk/film.mkv',
      checksum: { algorithm: 'sha-256', hex: 'ab' },
    },
    is: { group: { id: 'Done with', title: 'Done with' } },
  },
  { was: { status: 'failed', reason: { ...REASON, code: 'not-found', retryAfter: null }, carrier: null, endedAt: T } },
  { was: { status: 'cancelled', endedAt: T + 10, group: 'Holiday' }, is: { ...HOLIDAY, by: 'user' } },
  { was: { status: 'cancelled', endedAt: T + 11, name: 'own.txt', folder: 'a/b' }, is: { by: 'user' } },
];

interface FirstItem {
  readonly id: string;
  readonly status: string;
  readonly priority: string;
}

const samples: readonly Sample[] = SAMPLES.map(({ was, is }, number) => {
  const letter = String.fromCharCode('A'.charCodeAt(0) + number);
  const place = { id: `${letter.toLowerCase()}-1`, url: `https://dl.files.test/${letter}.zip`, order: `a${letter}` };
  const then = { ...ASKED, ...place, ...was };
  return { was: then, is: { ...then, ...GROWN, ...is } as unknown as Sample['is'] };
});

async function open(name: string): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade(db) {
      const store = db.createObjectStore('items', { keyPath: 'id' });
      store.createIndex('order', 'order');
      store.createIndex('url', 'url');
      store.createIndex('status', ['status', 'rank', 'order']);
      store.createIndex('dueAt', 'dueAt');
      db.createObjectStore('counts');
    },
  });
}

async function write(db: IDBPDatabase, items: readonly object[]): Promise<void> {
  const transaction = db.transaction(['items', 'counts'], 'readwrite');
  const counts = new Map<string, number>();
  for (const item of items as readonly FirstItem[]) {
    await transaction.objectStore('items').put({ ...item, rank: PRIORITIES.indexOf(item.priority) });
    counts.set(item.status, (counts.get(item.status) ?? 0) + 1);
  }
  for (const [status, count] of counts) await transaction.objectStore('counts').put(count, status);
  await transaction.done;
}

export const VERSION_1: OldSchema = { version: 1, open, write, samples };
