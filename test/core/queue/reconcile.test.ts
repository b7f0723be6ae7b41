import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueueEvent } from '../../../src/core/queue/event.ts';
import { isLive, type QueueItem } from '../../../src/core/queue/item.ts';
import { type DownloadFact, type Facts, GRACE, reconcile } from '../../../src/core/queue/reconcile.ts';
import { downloadWith, factsWith } from '../make-facts.ts';
import { itemIn, NOW, PARCEL, STAGE_NAMES } from '../make-item.ts';
import { readTable } from '../read-table.ts';

const LIVE = STAGE_NAMES.filter(name => isLive(itemIn(name)));
const REGISTERED = new Set(['one.3']);

function inWords(event: QueueEvent): string {
  if (event.type === 'failed') return `failed ${event.reason.code}`;
  if (event.type === 'lost') return `lost with ${event.with}`;
  return event.type === 'started' ? `started ${event.downloadId}` : event.type;
}

function toldOf(item: QueueItem, facts: Facts): string {
  const verdicts = reconcile([item], facts);
  if (verdicts.length === 0) return '-';
  assert.deepEqual(verdicts[0]?.id, item.id);
  for (const event of verdicts[0].events) assert.ok('attempt' in event && event.attempt === item.attempt);
  return verdicts[0].events.map(inWords).join(', ');
}

function itemNamed(name: string): QueueItem {
  return itemIn(STAGE_NAMES.find(each => each === name) ?? 'queued');
}

const WITHOUT_DOWNLOADS: Record<string, Partial<Facts>> = {
  'under way': { underWay: REGISTERED, now: NOW + GRACE },
  unknown: {},
  'past grace': { now: NOW + GRACE },
  'clock set back': { now: NOW - 365 * 24 * 3_600_000 },
  'new session': { isNewSession: true },
  registered: { registrations: REGISTERED, now: NOW + GRACE },
  'registered before': { registrations: REGISTERED, isNewSession: true },
  'blob held': { objectUrls: new Set([PARCEL.objectUrl]), now: NOW + GRACE },
  'blob before': { objectUrls: new Set([PARCEL.objectUrl]), isNewSession: true },
};

/**
 * What each live item is told where the browser has no download for it. `gone` is a failure, `entry-removed`; `worker`
 * and `browser` are `lost`, with whom.
 */
const TABLE = `
                 | under way | unknown | past grace | clock set back | new session | registered   | registered before | blob held    | blob before
probing          | -         | worker  | worker     | worker         | browser     | worker       | browser           | worker       | browser
asking fetch     | -         | -       | unheard    | unheard        | browser     | started null | browser           | unheard      | browser
asking download  | -         | -       | worker     | worker         | -           | worker       | -                 | worker       | -      
running fetch    | -         | missing | missing    | missing        | browser     | -            | browser           | missing      | browser
running missing  | -         | -       | worker     | worker         | browser     | found        | browser           | worker       | browser
running download | -         | gone    | gone       | gone           | browser     | gone         | browser           | gone         | browser
asking parts     | -         | -       | unheard    | unheard        | browser     | started null | browser           | unheard      | browser
running parts    | -         | missing | missing    | missing        | browser     | -            | browser           | missing      | browser
keeping          | -         | unkept  | unkept     | unkept         | unkept      | unkept       | unkept            | unkept       | unkept
keeping paused   | -         | unkept  | unkept     | unkept         | unkept      | unkept       | unkept            | unkept       | unkept
collecting       | -         | -       | worker     | worker         | browser     | worker       | browser           | worker       | browser
asking save      | -         | -       | worker     | worker         | browser     | worker       | browser           | still-packed | browser
writing          | gone      | gone    | gone       | gone           | browser     | gone         | browser           | gone         | browser`;

for (const { row, cells } of readTable(TABLE, LIVE, Object.keys(WITHOUT_DOWNLOADS))) {
  test(`reconcile: ${row}, without downloads`, () => {
    const told = Object.entries(WITHOUT_DOWNLOADS).map(([name, facts]) => {
      const words = toldOf(itemNamed(row), factsWith(facts));
      return [name, words.replace('failed entry-removed', 'gone').replace('lost with ', '')];
    });
    assert.deepEqual(Object.fromEntries(told), cells);
  });
}

const DOWNLOADS: Record<string, Partial<DownloadFact>> = {
  running: {},
  complete: { state: 'complete' },
  short: { state: 'complete', bytes: PARCEL.size - 1 },
  'by user': { state: 'interrupted', error: 'USER_CANCELED' },
  crash: { state: 'interrupted', error: 'CRASH' },
  shutdown: { state: 'interrupted', error: 'USER_SHUTDOWN' },
  'by server': { state: 'interrupted', error: 'SERVER_FORBIDDEN' },
  'no error': { state: 'interrupted' },
};
const WITH_DOWNLOAD = ['asking download', 'running download', 'asking save', 'writing'];

/**
 * `began` is a `started` with the id of the download; `cancelled` is `cancelled-in-browser`. What is lost here is lost
 * with the browser: it was closed, or it crashed.
 */
const SAME_SESSION = `
                 | running | complete         | short                    | by user          | crash       | shutdown    | by server               | no error
asking download  | began   | began, completed | began, completed         | began, cancelled | began, lost | began, lost | began, failed forbidden | began, failed interrupted
running download | -       | completed        | completed                | cancelled        | lost        | lost        | failed forbidden        | failed interrupted
asking save      | began   | began, completed | began, failed wrong-size | began, cancelled | began, lost | began, lost | began, failed forbidden | began, failed interrupted
writing          | -       | completed        | failed wrong-size        | cancelled        | lost        | lost        | failed forbidden        | failed interrupted`;

/** A browser that was closed has cancelled its downloads itself: that is not the user's word, nor the server's. */
const NEW_SESSION = `
                 | running | complete         | short                    | by user          | crash       | shutdown    | by server   | no error
asking download  | began   | began, completed | began, completed         | began, lost      | began, lost | began, lost | began, lost | began, lost
running download | -       | completed        | completed                | lost             | lost        | lost        | lost        | lost
asking save      | began   | began, completed | began, failed wrong-size | began, lost      | began, lost | began, lost | began, lost | began, lost
writing          | -       | completed        | failed wrong-size        | lost             | lost        | lost        | lost        | lost`;

for (const [table, isNewSession] of [
  [SAME_SESSION, false],
  [NEW_SESSION, true],
] as const) {
  for (const { row, cells } of readTable(table, WITH_DOWNLOAD, Object.keys(DOWNLOADS))) {
    test(`reconcile: ${row}, with a download${isNewSession ? ' of an earlier session' : ''}`, () => {
      const item = itemNamed(row);
      const url = item.status === 'saving' ? PARCEL.objectUrl : item.url;
      const told = Object.entries(DOWNLOADS).map(([name, fact]) => {
        const downloads = [downloadWith({ id: 8, url: 'https://other.test/' }), downloadWith({ url, ...fact })];
        const words = toldOf(item, factsWith({ downloads, isNewSession, now: NOW + GRACE - 2_000 }));
        const brief = words.replace('started 7', 'began').replace('lost with browser', 'lost');
        return [name, brief.replace('cancelled-in-browser', 'cancelled')];
      });
      assert.deepEqual(Object.fromEntries(told), cells);
    });
  }
}

test('reconcile says nothing of an item that nothing is done for', () => {
  const facts = factsWith({ isNewSession: true, downloads: [downloadWith({ state: 'complete' })] });
  for (const name of STAGE_NAMES.filter(each => !LIVE.includes(each)))
    assert.deepEqual(toldOf(itemIn(name), facts), '-');
});
