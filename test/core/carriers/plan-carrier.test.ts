import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../src/core/carriers/failure.ts';
import { FETCH_LANE, WORTH_A_FETCH } from '../../../src/core/carriers/eligibility.ts';
import { planCarrier } from '../../../src/core/carriers/plan-carrier.ts';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import type { CarrierName } from '../../../src/core/carriers/carrier-name.ts';
import { itemIn, USUAL } from '../make-item.ts';
import { answered } from '../make-probe.ts';

const SIZES: Record<string, number | null> = { unknown: null, small: WORTH_A_FETCH - 1, big: WORTH_A_FETCH };
const LANES: Record<string, number> = { free: FETCH_LANE - 1, full: FETCH_LANE };
const WISHES: Record<string, CarrierName | null> = {
  none: null,
  fetch: 'background-fetch',
  download: 'browser-download',
};
const REFUSED: Record<string, readonly CarrierName[]> = {
  none: [],
  fetch: ['background-fetch'],
  download: ['browser-download'],
  both: ['background-fetch', 'browser-download'],
};
/** The URL of the item, and where its redirects end. Chromium fetches plain http from loopback only. */
const WAYS: Record<string, readonly [url: string, finalUrl: string]> = {
  https: ['https://files.test/f.zip', 'https://cdn.test/f.zip'],
  loopback: ['http://127.0.0.1:8080/f.zip', 'http://localhost:8080/f.zip'],
  http: ['http://files.test/f.zip', 'http://cdn.test/f.zip'],
  'to http': ['https://files.test/f.zip', 'http://cdn.test/f.zip'],
};
const GRANTS: readonly string[] = ['all', 'the link', 'the end', 'none'];
const PROBES: readonly string[] = ['not-asked', 'answered', 'failed'];

/** `*` fits everything, `/` stands between choices. Every case fits exactly one row. */
const RULES = `
probe              | granted               | size        | lane | wish     | refused  | way                    | answer
failed             | *                     | *           | *    | *        | *        | *                      | unreachable
not-asked/answered | *                     | *           | *    | *        | both     | *                      | bad-answer
not-asked/answered | *                     | *           | *    | *        | download | http                   | bad-answer
answered           | *                     | *           | *    | *        | download | to http                | bad-answer
not-asked          | *                     | *           | free | *        | download | https/loopback/to http | background-fetch
not-asked          | *                     | *           | full | *        | download | https/loopback/to http | lane-full
answered           | *                     | *           | free | *        | download | https/loopback         | background-fetch
answered           | *                     | *           | full | *        | download | https/loopback         | lane-full
not-asked/answered | *                     | *           | *    | *        | fetch    | *                      | browser-download
not-asked/answered | *                     | *           | *    | download | none     | *                      | browser-download
not-asked/answered | *                     | *           | *    | fetch    | none     | http                   | browser-download
answered           | *                     | *           | *    | fetch    | none     | to http                | browser-download
not-asked          | *                     | *           | free | fetch    | none     | https/loopback/to http | background-fetch
not-asked          | *                     | *           | full | fetch    | none     | https/loopback/to http | lane-full
answered           | *                     | *           | free | fetch    | none     | https/loopback         | background-fetch
answered           | *                     | *           | full | fetch    | none     | https/loopback         | lane-full
not-asked          | *                     | *           | *    | none     | none     | *                      | browser-download
answered           | the link/the end/none | *           | *    | none     | none     | *                      | browser-download
answered           | all                   | small       | *    | none     | none     | *                      | browser-download
answered           | all                   | unknown/big | full | none     | none     | *                      | browser-download
answered           | all                   | unknown/big | free | none     | none     | https/loopback         | background-fetch
answered           | all                   | unknown/big | free | none     | none     | http/to http           | browser-download`;

const [HEAD = [], ...ROWS] = RULES.trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));
const DIMENSIONS: Record<string, readonly string[]> = {
  probe: PROBES,
  granted: GRANTS,
  size: Object.keys(SIZES),
  lane: Object.keys(LANES),
  wish: Object.keys(WISHES),
  refused: Object.keys(REFUSED),
  way: Object.keys(WAYS),
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

function planned(one: Case): string {
  const [url, finalUrl] = WAYS[one['way'] ?? ''] ?? ['', ''];
  const item = itemIn('probing', {
    url,
    wish: WISHES[one['wish'] ?? ''] ?? null,
    refusedBy: REFUSED[one['refused'] ?? ''] ?? [],
  });
  const grants: Record<string, readonly string[]> = { all: [url, finalUrl], 'the link': [url], 'the end': [finalUrl] };
  const isGranted = (asked: string): boolean => grants[one['granted'] ?? '']?.includes(asked) ?? false;
  const total = SIZES[one['size'] ?? ''] ?? null;
  const probes: Record<string, ProbeResult> = {
    'not-asked': { kind: 'not-asked' },
    answered: answered({ finalUrl, total }),
    failed: { kind: 'failed', failure: failure('unreachable') },
  };
  const probe = probes[one['probe'] ?? ''];
  if (probe === undefined) throw new Error('no such probe');
  const plan = planCarrier(item, probe, { isGranted, fetchesUnderWay: LANES[one['lane'] ?? ''] ?? 0, ...USUAL });
  if (plan === 'lane-full') return plan;
  return 'code' in plan ? plan.code : plan.carrier;
}

test('planCarrier: the table knows all that it depends on', () => {
  assert.deepEqual(HEAD, [...Object.keys(DIMENSIONS), 'answer']);
  assert.equal(CASES.length, 3 * 4 * 3 * 2 * 3 * 4 * 4);
  for (const one of CASES) assert.equal(ROWS.filter(row => fits(row, one)).length, 1, JSON.stringify(one));
});

for (const row of ROWS) {
  test(`planCarrier: ${row.slice(0, -1).join(' | ')} → ${row.at(-1)}`, () => {
    const cases = CASES.filter(one => fits(row, one));
    assert.notEqual(cases.length, 0);
    for (const one of cases) assert.equal(planned(one), row.at(-1), JSON.stringify(one));
  });
}
