import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FETCH_LANE } from '../../../src/core/carriers/eligibility.ts';
import { LEAST_PART } from '../../../src/core/carriers/parts.ts';
import { planCarrier } from '../../../src/core/carriers/plan-carrier.ts';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import type { Asked, Travelled } from '../../../src/core/queue/item.ts';
import type { FetchPlan } from '../../../src/core/queue/plan.ts';
import { itemIn, USUAL } from '../make-item.ts';
import { keptOf, QUARTERS, VERSION } from '../make-parts.ts';
import { answered } from '../make-probe.ts';

const SAID = {
  finalUrl: 'https://cdn.test/store/9f3a',
  contentType: 'application/zip',
  disposition: 'attachment; filename="report.zip"',
};
const WITH_PARTS = answered({ ...VERSION, hasRanges: true, ...SAID });
const ROOM = { isGranted: () => true, fetchesUnderWay: 0, ...USUAL };

function fetchPlan(overrides: Partial<Asked & Travelled>, probe: ProbeResult): FetchPlan {
  const plan = planCarrier(itemIn('probing', overrides), probe, ROOM);
  if (typeof plan !== 'object' || !('carrier' in plan)) throw new Error(JSON.stringify(plan));
  if (plan.carrier !== 'background-fetch') throw new Error(plan.carrier);
  return plan;
}

/** What is here, and the numbers of the parts that are asked for. */
const MISSING: readonly (readonly [what: string, kept: Travelled['kept'], missing: readonly (0 | 1 | 2 | 3)[]])[] = [
  ['nothing here', null, [0, 1, 2, 3]],
  ['the first here', keptOf(0), [1, 2, 3]],
  ['some in the middle here', keptOf(2, 1), [0, 3]],
  ['all here', keptOf(0, 1, 2, 3), []],
  ['parts of another validator', { ...keptOf(0, 1), validator: '"two"' }, [0, 1, 2, 3]],
  ['all parts of another validator', { ...keptOf(0, 1, 2, 3), validator: '"two"' }, [0, 1, 2, 3]],
  ['parts of another size', { ...keptOf(0, 1), total: VERSION.total + 1 }, [0, 1, 2, 3]],
];

for (const [what, kept, missing] of MISSING) {
  test(`a plan in parts: ${what} → ${missing.join(', ') || 'none'} asked for`, () => {
    assert.deepEqual(fetchPlan({ kept }, WITH_PARTS).parts, {
      version: VERSION,
      missing: missing.map(number => QUARTERS[number]),
      ...SAID,
    });
    assert.equal(fetchPlan({ kept }, WITH_PARTS).total, VERSION.total);
  });
}

/** Of the server or of the item, and a plan for the whole: one request. */
const IN_WHOLE: readonly (readonly [what: string, overrides: Partial<Asked & Travelled>, probe: ProbeResult])[] = [
  ['the server has not given parts before', { inWhole: true }, WITH_PARTS],
  ['the same, though some are here', { inWhole: true, kept: keptOf(0) }, WITH_PARTS],
  ['no ranges', {}, { ...WITH_PARTS, hasRanges: false }],
  ['nothing known of ranges', {}, { ...WITH_PARTS, hasRanges: null }],
  ['no validator', {}, { ...WITH_PARTS, validator: null }],
  ['no total', {}, { ...WITH_PARTS, total: null }],
  ['too small for two', {}, { ...WITH_PARTS, total: 2 * LEAST_PART - 1 }],
  ['not asked beforehand', { wish: 'background-fetch' }, { kind: 'not-asked' }],
  ['no ranges any more, though some are here', { kept: keptOf(0) }, { ...WITH_PARTS, hasRanges: false }],
];

for (const [what, overrides, probe] of IN_WHOLE) {
  test(`a plan for the whole: ${what}`, () => {
    assert.equal(fetchPlan(overrides, probe).parts, null);
  });
}

test('a plan in parts: the smallest file that has two', () => {
  const { parts } = fetchPlan({}, { ...WITH_PARTS, total: 2 * LEAST_PART });
  assert.equal(parts?.missing.length, 2);
});

/** What is so of the item, and where it goes when the lane is full. */
for (const [what, overrides, where] of [
  ['nothing here', {}, 'browser-download'],
  ['a part here', { kept: keptOf(0) }, 'lane-full'],
  ['all parts here', { kept: keptOf(0, 1, 2, 3) }, 'lane-full'],
  ['a part here, and a fetch has refused it', { kept: keptOf(0), refusedBy: ['background-fetch'] }, 'browser-download'],
  ['a part here, and the wish for a download', { kept: keptOf(0), wish: 'browser-download' }, 'browser-download'],
] as const) {
  test(`a full lane: ${what} → ${where}`, () => {
    const full = { isGranted: () => true, fetchesUnderWay: FETCH_LANE, ...USUAL };
    const plan = planCarrier(itemIn('probing', overrides), WITH_PARTS, full);
    assert.equal(typeof plan === 'object' && 'carrier' in plan ? plan.carrier : plan, where);
  });
}

test('kept parts of a file that cannot be read any more keep it from no other way', () => {
  const item = itemIn('probing', { kept: keptOf(0) });
  const plan = planCarrier(item, WITH_PARTS, { isGranted: () => false, fetchesUnderWay: FETCH_LANE, ...USUAL });
  assert.ok(typeof plan === 'object' && 'carrier' in plan && plan.carrier === 'browser-download');
});
