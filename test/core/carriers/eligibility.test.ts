import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FETCH_LANE,
  insistsOnFetch,
  mayBeFetched,
  type Obstacle,
  obstacleToFetch,
  WORTH_A_FETCH,
} from '../../../src/core/carriers/eligibility.ts';
import { failure } from '../../../src/core/carriers/failure.ts';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import type { CarrierName } from '../../../src/core/carriers/carrier-name.ts';
import type { Asked, Travelled } from '../../../src/core/queue/item.ts';
import { itemIn, type StageName } from '../make-item.ts';
import { keptOf } from '../make-parts.ts';
import { answered } from '../make-probe.ts';

const BF = 'background-fetch';
const BD = 'browser-download';
const NOTHING = 'nothing';
/** Every reason once: one that is added later is a compile error here, and must be reached by a row. */
const OBSTACLES = Object.keys({
  scheme: 1,
  port: 1,
  tried: 1,
  'other-wish': 1,
  unread: 1,
  small: 1,
  lane: 1,
} satisfies Record<Obstacle, 1>);

/** The URL of the item, and where its redirects end. */
const WAYS: Record<string, readonly [url: string, finalUrl: string]> = {
  https: ['https://files.test/f', 'https://cdn.test/f'],
  loopback: ['http://127.0.0.1:8080/f', 'http://[::1]/f'],
  http: ['http://files.test/f', 'https://cdn.test/f'],
  'to http': ['https://files.test/f', 'http://cdn.test/f'],
  'to ftp': ['https://files.test/f', 'ftp://cdn.test/f'],
  'bad port': ['https://files.test:22/f', 'https://cdn.test/f'],
  'to bad port': ['https://files.test/f', 'https://cdn.test:6667/f'],
};
const REFUSED: Record<string, readonly CarrierName[]> = { none: [], fetch: [BF], download: [BD], both: [BF, BD] };
const WISHES: Record<string, CarrierName | null> = { none: null, fetch: BF, download: BD };
/** Which of the two hosts is granted, and whether the end lets everybody read. */
const ACCESS: Record<string, readonly [link: boolean, end: boolean, isOpen: boolean]> = {
  both: [true, true, false],
  link: [true, false, false],
  'link, open': [true, false, true],
  end: [false, true, false],
  'end, open': [false, true, true],
  'neither, open': [false, false, true],
};
const SIZES: Record<string, number | null> = { unknown: null, small: WORTH_A_FETCH - 1, big: WORTH_A_FETCH };
const ASSETS: Record<string, Partial<Asked & Travelled>> = {
  none: {},
  checksum: { checksum: { algorithm: 'md5', hex: '0'.repeat(32) } },
  kept: { kept: keptOf(0) },
};
const LANES: Record<string, number> = { free: FETCH_LANE - 1, full: FETCH_LANE };

/** The gravest first: the first row that fits answers. `*` fits everything, `/` stands between choices. */
const RULES = `
probe            | way                  | refused    | wish     | access          | size  | asset | lane | obstacle
*                | http                 | *          | *        | *               | *     | *     | *    | scheme
answered         | to http/to ftp       | *          | *        | *               | *     | *     | *    | scheme
*                | bad port             | *          | *        | *               | *     | *     | *    | port
answered         | to bad port          | *          | *        | *               | *     | *     | *    | port
*                | *                    | fetch/both | *        | *               | *     | *     | *    | tried
*                | *                    | none       | download | *               | *     | *     | *    | other-wish
*                | *                    | download   | *        | *               | *     | *     | full | lane
*                | *                    | download   | *        | *               | *     | *     | free | nothing
*                | *                    | *          | fetch    | *               | *     | *     | full | lane
*                | *                    | *          | fetch    | *               | *     | *     | free | nothing
not-asked/failed | *                    | *          | *        | *               | *     | *     | *    | unread
answered         | *                    | *          | *        | link/end        | *     | *     | *    | unread
answered         | *                    | *          | *        | end, open       | *     | *     | *    | unread
answered         | *                    | *          | *        | neither, open   | *     | *     | *    | unread
answered         | *                    | *          | *        | both/link, open | small | none  | *    | small
answered         | *                    | *          | *        | both/link, open | *     | *     | full | lane
answered         | *                    | *          | *        | both/link, open | *     | *     | free | nothing`;

const [HEAD = [], ...ROWS] = RULES.trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));
const DIMENSIONS: Record<string, readonly string[]> = {
  probe: ['not-asked', 'answered', 'failed'],
  way: Object.keys(WAYS),
  refused: Object.keys(REFUSED),
  wish: Object.keys(WISHES),
  access: Object.keys(ACCESS),
  size: Object.keys(SIZES),
  asset: Object.keys(ASSETS),
  lane: Object.keys(LANES),
};
type Case = Readonly<Record<string, string>>;
const CASES = Object.entries(DIMENSIONS).reduce<readonly Case[]>(
  (cases, [name, values]) => cases.flatMap(each => values.map(value => ({ ...each, [name]: value }))),
  [{}],
);

function fits(row: readonly string[], one: Case): boolean {
  return HEAD.slice(0, -1).every((name, index) => {
    const cell = row[index] ?? '';
    return cell === '*' || cell.split('/').includes(one[name] ?? '');
  });
}

function obstacleOf(one: Case): string {
  const [url, finalUrl] = WAYS[one['way'] ?? ''] ?? assert.fail();
  const [link, end, isOpen] = ACCESS[one['access'] ?? ''] ?? assert.fail();
  const wish = WISHES[one['wish'] ?? ''] ?? null;
  const item = itemIn('probing', {
    url,
    wish,
    refusedBy: REFUSED[one['refused'] ?? ''] ?? [],
    ...ASSETS[one['asset'] ?? ''],
  });
  const probes: Record<string, ProbeResult> = {
    'not-asked': { kind: 'not-asked' },
    answered: answered({ finalUrl, total: SIZES[one['size'] ?? ''] ?? null, isOpen }),
    failed: { kind: 'failed', failure: failure('unreachable') },
  };
  const isGranted = (asked: string): boolean => (asked === url && link) || (asked === finalUrl && end);
  const fetchesUnderWay = LANES[one['lane'] ?? ''] ?? 0;
  return obstacleToFetch(item, probes[one['probe'] ?? ''] ?? assert.fail(), { isGranted, fetchesUnderWay }) ?? NOTHING;
}

test('obstacleToFetch: the table knows all that it depends on, and every obstacle', () => {
  assert.deepEqual(HEAD, [...Object.keys(DIMENSIONS), 'obstacle']);
  assert.deepEqual(new Set(ROWS.map(row => row.at(-1))), new Set([...OBSTACLES, NOTHING]));
  for (const one of CASES)
    assert.ok(
      ROWS.some(row => fits(row, one)),
      JSON.stringify(one),
    );
});

/** The first row that fits each case. */
const ANSWERED_BY = CASES.map(one => [one, ROWS.find(row => fits(row, one))] as const);

for (const row of ROWS) {
  test(`obstacleToFetch: ${row.slice(0, -1).join(' | ')} → ${row.at(-1)}`, () => {
    const cases = ANSWERED_BY.filter(([, first]) => first === row).map(([one]) => one);
    assert.notEqual(cases.length, 0);
    for (const one of cases) assert.equal(obstacleOf(one), row.at(-1), JSON.stringify(one));
  });
}

/** The Fetch Standard's "bad ports" and their neighbours. */
for (const [port, isFine] of [
  ['', true],
  [':1', false],
  [':7', false],
  [':21', false],
  [':22', false],
  [':24', true],
  [':25', false],
  [':80', true],
  [':443', true],
  [':587', false],
  [':588', true],
  [':1719', false],
  [':1723', false],
  [':2049', false],
  [':5060', false],
  [':5061', false],
  [':5062', true],
  [':6000', false],
  [':6664', true],
  [':6665', false],
  [':6669', false],
  [':6670', true],
  [':6697', false],
  [':8080', true],
  [':8443', true],
  [':10080', false],
  [':10081', true],
  [':65535', true],
] as const) {
  test(`mayBeFetched: port ${port || 'of the scheme'} → ${isFine}`, () => {
    assert.equal(mayBeFetched(`https://files.test${port}/x`), isFine);
    assert.equal(mayBeFetched(`http://localhost${port}/x`), isFine);
    assert.equal(mayBeFetched(`http://files.test${port}/x`), false, 'plain http');
  });
}

test('mayBeFetched: the port 0 is refused where it is named', () => {
  assert.equal(mayBeFetched('https://files.test:0/x'), false);
});

/** What the item is, and whether it waits for the lane rather than go another way. */
const INSISTENCE: readonly (readonly [
  what: string,
  stage: StageName,
  overrides: Partial<Asked & Travelled>,
  insists: boolean,
])[] = [
  ['nothing asked', 'queued', {}, false],
  ['the wish for a fetch', 'queued', { wish: BF }, true],
  ['the wish for a download', 'queued', { wish: BD }, false],
  ['refused as a download', 'queued', { refusedBy: [BD] }, true],
  ['wished for as a download, which has refused it', 'queued', { wish: BD, refusedBy: [BD] }, true],
  ['the wish, refused as a fetch', 'queued', { wish: BF, refusedBy: [BF] }, false],
  ['refused by both', 'queued', { refusedBy: [BF, BD] }, false],
  ['kept parts', 'queued', { kept: keptOf(0) }, true],
  ['kept parts, paused', 'paused', { kept: keptOf(0) }, true],
  ['kept parts, refused as a fetch', 'queued', { kept: keptOf(0), refusedBy: [BF] }, false],
  ['kept parts, asked about', 'probing', { kept: keptOf(0) }, true],
  ['the wish, a held download', 'queued held', { wish: BF }, false],
  ['kept parts, a held download', 'queued held', { kept: keptOf(0) }, false],
  ['the wish, plain http', 'queued', { wish: BF, url: 'http://files.test/x' }, false],
  ['the wish, plain http from loopback', 'queued', { wish: BF, url: 'http://127.0.0.1/x' }, true],
  ['the wish, a blocked port', 'queued', { wish: BF, url: 'https://files.test:22/x' }, false],
];

for (const [what, stage, overrides, insists] of INSISTENCE) {
  test(`insistsOnFetch: ${what} → ${insists}`, () => {
    assert.equal(insistsOnFetch(itemIn(stage, overrides)), insists);
  });
}

test('insistsOnFetch: kept parts that no plan has a use for keep nobody waiting', () => {
  assert.equal(insistsOnFetch(itemIn('queued', { kept: keptOf(0), wish: BD })), false);
  assert.equal(insistsOnFetch(itemIn('queued', { kept: keptOf(0), inWhole: true })), false);
});
