import { failure } from '../../src/core/carriers/failure.ts';
import { WITH_ACCESS } from '../../src/core/queue/access.ts';
import type { Terms } from '../../src/core/queue/event.ts';
import type { Asked, QueueItem, Stage, Travelled } from '../../src/core/queue/item.ts';
import { type Ruled, UNPLACED } from '../../src/core/queue/place.ts';
import type { Clash } from '../../src/core/naming/conflict.ts';
import type { DownloadPlan, FetchPlan, Parcel } from '../../src/core/queue/plan.ts';

/** The clock of every item and of all terms here. */
export const NOW = Date.UTC(2026, 0, 15, 12);
const A_SECOND_AGO = NOW - 1_000;

export const FETCH_PLAN: FetchPlan = {
  carrier: 'background-fetch',
  total: 5_000_000,
  ruleHosts: ['files.test'],
  validator: null,
  parts: null,
  shared: null,
};
/** Four parts, of which two are asked for. */
export const PARTS_PLAN: FetchPlan = {
  carrier: 'background-fetch',
  total: 33_554_432,
  ruleHosts: ['files.test'],
  validator: '"one"',
  parts: {
    version: { total: 33_554_432, validator: '"one"' },
    missing: [
      { first: 16_777_216, last: 25_165_823 },
      { first: 25_165_824, last: 33_554_431 },
    ],
    finalUrl: 'https://files.test/dir/file.zip',
    contentType: null,
    disposition: null,
  },
  shared: null,
};
export const DOWNLOAD_PLAN: DownloadPlan = {
  carrier: 'browser-download',
  total: null,
  filename: null,
  naming: 'browser',
};
/** What an item in the stages after collecting carries. */
export const PARCEL: Parcel = { objectUrl: 'blob:own', filename: 'file.zip', size: 1_000 };
/** The browser download of every item that has one. */
export const OWN_DOWNLOAD = 7;
/** A file of another size is there. */
export const CLASH: Clash = {
  path: '/downloads/file.zip',
  bytes: 900,
  at: NOW - 86_400_000,
  newBytes: 1_000,
  newAt: null,
};
export const RULED: Ruled = {
  rule: 'r1',
  title: 'Papers',
  folder: 'papers',
  mask: null,
  carrier: null,
  conflict: null,
};
const UNANSWERED = { downloadId: null, plan: DOWNLOAD_PLAN, askedAt: A_SECOND_AGO };
const HELD = { downloadId: OWN_DOWNLOAD, plan: DOWNLOAD_PLAN };

/** Every place where an item can be, told apart wherever the answer to an event may differ. */
export const STAGES = {
  queued: { status: 'queued', held: null },
  'queued held': { status: 'queued', held: HELD },
  'queued asked': { status: 'queued', held: UNANSWERED },
  probing: { status: 'starting', step: 'probing' },
  'asking fetch': { status: 'starting', step: 'asking', plan: FETCH_PLAN, askedAt: A_SECOND_AGO },
  'asking download': { status: 'starting', step: 'asking', plan: DOWNLOAD_PLAN, askedAt: A_SECOND_AGO },
  'running fetch': { status: 'running', carrier: 'background-fetch', plan: FETCH_PLAN, missingSince: null },
  'running missing': { status: 'running', carrier: 'background-fetch', plan: FETCH_PLAN, missingSince: A_SECOND_AGO },
  'running download': {
    status: 'running',
    carrier: 'browser-download',
    plan: DOWNLOAD_PLAN,
    downloadId: OWN_DOWNLOAD,
  },
  'asking parts': { status: 'starting', step: 'asking', plan: PARTS_PLAN, askedAt: A_SECOND_AGO },
  'running parts': { status: 'running', carrier: 'background-fetch', plan: PARTS_PLAN, missingSince: null },
  keeping: { status: 'saving', step: 'keeping', plan: PARTS_PLAN, afterwards: { status: 'queued', held: null } },
  'keeping paused': {
    status: 'saving',
    step: 'keeping',
    plan: PARTS_PLAN,
    afterwards: { status: 'paused', held: null },
  },
  collecting: { status: 'saving', step: 'collecting', plan: FETCH_PLAN, since: A_SECOND_AGO },
  'asking save': { status: 'saving', step: 'asking', parcel: PARCEL, askedAt: A_SECOND_AGO },
  writing: { status: 'saving', step: 'writing', parcel: PARCEL, downloadId: OWN_DOWNLOAD },
  waiting: { status: 'waiting', dueAt: NOW - 1, reason: failure('timed-out') },
  needing: {
    status: 'waiting',
    dueAt: WITH_ACCESS,
    reason: failure('no-access', 'files.test'),
    needs: 'https://files.test/dir/file.zip',
  },
  paused: { status: 'paused', held: null },
  'paused held': { status: 'paused', held: HELD },
  'paused asked': { status: 'paused', held: UNANSWERED },
  'paused clash': { status: 'paused', held: null, clash: CLASH },
  'paused clash held': { status: 'paused', held: HELD, clash: CLASH },
  done: {
    status: 'done',
    carrier: 'browser-download',
    path: '/downloads/file.zip',
    bytes: 1_000,
    downloadId: OWN_DOWNLOAD,
    endedAt: A_SECOND_AGO,
  },
  failed: { status: 'failed', reason: failure('not-found'), carrier: null, endedAt: A_SECOND_AGO },
  cancelled: { status: 'cancelled', by: 'user', endedAt: A_SECOND_AGO },
} as const satisfies Record<string, Stage>;

export type StageName = keyof typeof STAGES;
export const STAGE_NAMES = Object.keys(STAGES).filter((name): name is StageName => name in STAGES);

const FRESH: Asked & Travelled = {
  id: 'one',
  url: 'https://files.test/dir/file.zip',
  referrer: null,
  referrerPolicy: 'strict-origin-when-cross-origin',
  ...UNPLACED,
  priority: 'normal',
  order: 'a0',
  wish: null,
  checksum: null,
  group: null,
  again: false,
  addedAt: NOW - 60_000,
  attempt: 3,
  failures: 0,
  losses: 0,
  furthest: 0,
  refusedBy: [],
  ruled: null,
  kept: null,
  inWhole: false,
  log: [{ at: NOW - 60_000, what: 'added', detail: null }],
};

/** A whole item in the named stage. Frozen to its depths: who changes it instead of copying it throws. */
export function itemIn(stage: StageName, overrides: Partial<Asked & Travelled> = {}): QueueItem {
  const place: Stage = STAGES[stage];
  return frozen(structuredClone({ ...FRESH, ...overrides, ...place }));
}

/** The user has set nothing of where files belong. */
export const USUAL = { conflict: 'rename', hasRules: false } as const satisfies Partial<Terms>;

/** Online, everything granted, three attempts, nothing under way. */
export function termsWith(overrides: Partial<Terms> = {}): Terms {
  return {
    now: NOW,
    attempts: 3,
    random: () => 0.5,
    isGranted: () => true,
    isOnline: true,
    isFlapping: false,
    fetchesUnderWay: 0,
    ...USUAL,
    ...overrides,
  };
}

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
