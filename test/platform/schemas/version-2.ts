/**
 * The store as version 2 of it was: a frozen copy. Nothing here follows a change of the source; what an item of then
 * must be now stands beside it.
 */
import { type IDBPDatabase, openDB } from 'idb';
import type { OldSchema, Sample } from './old-schema.ts';

const PRIORITIES = ['high', 'normal', 'low'];
const STATUSES = ['queued', 'starting', 'running', 'waiting', 'paused', 'saving', 'done', 'failed', 'cancelled'];
/** Not that of every URL here: it is made anew. */
const SITE = 'files.test';
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
  again: false,
  addedAt: T,
  attempt: 0,
  failures: 0,
  losses: 0,
  furthest: 0,
  refusedBy: [],
  log: [{ at: T, what: 'added', detail: null }],
};

/** What every item of now has beyond those of then. */
const GROWN = {
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
const HOLIDAY = { id: '7d1c', title: 'Holiday' };

/** A browser download as it is planned now, and the same where it stands still. */
const NAMED_PLAN = { plan: { ...DOWNLOAD_PLAN, naming: 'given' } };
const NAMED_HELD = { held: { ...HELD, ...NAMED_PLAN } };

/** `was`: what is particular to the item; `is`: what of it is otherwise now. */
const SAMPLES: readonly { readonly was: object; readonly is?: object }[] = [
  { was: { status: 'queued', held: null, priority: 'low' } },
  { was: { status: 'queued', held: HELD, group: HOLIDAY, attempt: 2, failures: 1 }, is: NAMED_HELD },
  { was: { status: 'queued', held: null, url: 'http://127.0.0.1:8080/a.bin', priority: 'high' } },
  { was: { status: 'starting', step: 'probing', attempt: 1 } },
  { was: { status: 'starting', step: 'asking', plan: FETCH_PLAN, askedAt: T + 5, attempt: 1 }, is: GROWN_PLAN },
  {
    was: { status: 'running', carrier: 'background-fetch', plan: FETCH_PLAN, missingSince: null, group: HOLIDAY },
    is: GROWN_PLAN,
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
      group: { id: '9a', title: 'Done with' },
      url: 'https://cdn.example.co.uk/film.mkv',
      checksum: { algorithm: 'sha-256', hex: 'ab' },
    },
  },
  { was: { status: 'failed', reason: { ...REASON, code: 'not-found', retryAfter: null }, carrier: null, endedAt: T } },
  { was: { status: 'cancelled', by: 'rule', endedAt: T + 10, group: HOLIDAY } },
  { was: { status: 'cancelled', by: 'user', endedAt: T + 11, name: 'own.txt', folder: 'a/b', losses: 2 } },
];

interface SecondItem {
  readonly id: string;
  readonly status: string;
  readonly priority: string;
  readonly path?: string;
  readonly bytes?: number;
}

const samples: readonly Sample[] = SAMPLES.map(({ was, is }, number) => {
  const letter = String.fromCharCode('A'.charCodeAt(0) + number);
  const place = { id: `${letter.toLowerCase()}-1`, url: `https://dl.files.test/${letter}.zip`, order: `a${letter}` };
  const then = { ...ASKED, ...place, ...was };
  return { was: then, is: { ...then, ...GROWN, ...is } as unknown as Sample['is'] };
});

async function open(name: string): Promise<IDBPDatabase> {
  return openDB(name, 2, {
    upgrade(db) {
      const store = db.createObjectStore('items', { keyPath: 'id' });
      store.createIndex('order', 'order');
      store.createIndex('url', 'url');
      store.createIndex('status', ['status', 'rank', 'order']);
      store.createIndex('dueAt', 'dueAt');
      store.createIndex('site', ['status', 'site', 'rank', 'order']);
      store.createIndex('group', ['status', 'group.id', 'order']);
      store.createIndex('files', 'files', { multiEntry: true });
      store.createIndex('held', 'held.downloadId');
      db.createObjectStore('counts');
      db.createObjectStore('gates', { keyPath: 'site' });
      db.createObjectStore('marks');
      db.createObjectStore('removed', { keyPath: 'id' }).createIndex('at', 'at');
    },
  });
}

async function write(db: IDBPDatabase, items: readonly object[]): Promise<void> {
  const transaction = db.transaction(['items', 'counts'], 'readwrite');
  const counts = Object.fromEntries(STATUSES.map(status => [status, 0]));
  for (const item of items as readonly SecondItem[]) {
    const rank = PRIORITIES.indexOf(item.priority);
    await transaction.objectStore('items').put({ ...item, rank, site: SITE, files: filesOf(item) });
    counts[item.status] = (counts[item.status] ?? 0) + 1;
  }
  await transaction.objectStore('counts').put(counts, 'all');
  await transaction.done;
}

function filesOf({ path, bytes }: SecondItem): readonly unknown[] {
  return path === undefined ? [] : [[path.split(/[/\\]/).at(-1), bytes]];
}

export const VERSION_2: OldSchema = { version: 2, open, write, samples };
