import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, type FailureCode } from '../../../src/core/carriers/failure.ts';
import { FETCH_LANE, type Surroundings } from '../../../src/core/carriers/eligibility.ts';
import { otherCarrier, pathFor, planCarrier } from '../../../src/core/carriers/plan-carrier.ts';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import type { Terms } from '../../../src/core/queue/event.ts';
import type { CarrierName } from '../../../src/core/carriers/carrier-name.ts';
import type { Asked, Travelled } from '../../../src/core/queue/item.ts';
import { UNPLACED } from '../../../src/core/queue/place.ts';
import type { DownloadPlan } from '../../../src/core/queue/plan.ts';
import { itemIn, RULED, USUAL } from '../make-item.ts';
import { answered } from '../make-probe.ts';

type Around = Surroundings & Pick<Terms, 'conflict' | 'hasRules'>;
const ALL: Around = { isGranted: () => true, fetchesUnderWay: 0, ...USUAL };
const NONE: Around = { ...ALL, isGranted: () => false };
const ANSWER = answered({
  finalUrl: 'https://cdn.test/store/9f3a',
  contentType: 'application/zip',
  disposition: 'attachment; filename="report.zip"',
});

for (const [url, carrier] of [
  ['http://localhost/x', 'background-fetch'],
  ['http://sub.localhost:8080/x', 'background-fetch'],
  ['http://[::1]:8080/x', 'background-fetch'],
  ['http://127.0.0.1/x', 'background-fetch'],
  ['http://127.254.3.99/x', 'background-fetch'],
  ['https://10.0.0.1/x', 'background-fetch'],
  ['http://notlocalhost/x', 'browser-download'],
  ['http://localhost.evil.test/x', 'browser-download'],
  ['http://127.0.0.1.evil.test/x', 'browser-download'],
  ['http://128.0.0.1/x', 'browser-download'],
  ['http://10.0.0.1/x', 'browser-download'],
  ['http://[::2]/x', 'browser-download'],
] as const) {
  test(`planCarrier: what may be fetched: ${url} → ${carrier}`, () => {
    const plan = planCarrier(itemIn('probing', { url, wish: 'background-fetch' }), { kind: 'not-asked' }, ALL);
    assert.equal(typeof plan === 'object' && 'carrier' in plan && plan.carrier, carrier);
  });
}

test('a fetch is planned with its total and with the hosts whose answers must be made readable', () => {
  const item = itemIn('probing', { wish: 'background-fetch' });
  const hostsWith = (probe: ProbeResult, around: Around): unknown => planCarrier(item, probe, around);
  const carrier = 'background-fetch';
  const WHOLE = { validator: null, parts: null, shared: null };
  assert.deepEqual(hostsWith(ANSWER, ALL), {
    carrier,
    total: 5_000_000,
    ruleHosts: ['files.test', 'cdn.test'],
    ...WHOLE,
  });
  const same = { ...ANSWER, finalUrl: 'https://files.test/other', total: null };
  assert.deepEqual(hostsWith(same, ALL), { carrier, total: null, ruleHosts: ['files.test'], ...WHOLE });
  const cdnOnly = { ...ALL, isGranted: (url: string) => url.includes('cdn') };
  assert.deepEqual(hostsWith(ANSWER, cdnOnly), { carrier, total: 5_000_000, ruleHosts: ['cdn.test'], ...WHOLE });
  assert.deepEqual(hostsWith(ANSWER, NONE), { carrier, total: 5_000_000, ruleHosts: [], ...WHOLE });
  assert.deepEqual(hostsWith({ kind: 'not-asked' }, ALL), {
    carrier,
    total: null,
    ruleHosts: ['files.test'],
    ...WHOLE,
  });
});

/** What the user asks, what is known, the path, and who gives it to the file. */
const PATHS: readonly (readonly [
  asked: Partial<Asked & Travelled>,
  probe: ProbeResult,
  filename: string,
  naming: DownloadPlan['naming'],
  terms?: Pick<Terms, 'conflict' | 'hasRules'>,
])[] = [
  [{}, ANSWER, 'report.zip', 'browser'],
  [{}, { kind: 'not-asked' }, 'file.zip', 'browser'],
  [{ name: 'mine.zip' }, ANSWER, 'mine.zip', 'given'],
  [{ name: 'mine.zip' }, { kind: 'not-asked' }, 'mine.zip', 'given'],
  [{ folder: 'a/b' }, ANSWER, 'a/b/report.zip', 'given'],
  [{ folder: 'a', name: 'mine.zip' }, ANSWER, 'a/mine.zip', 'given'],
  [{ folder: 'a' }, { ...ANSWER, disposition: null }, 'a/9f3a.zip', 'given'],
  [{ folder: 'a' }, { ...ANSWER, disposition: null, contentType: null }, 'a/9f3a', 'given'],
  [{ folder: '..' }, ANSWER, 'report.zip', 'given'],
  [{ ruled: RULED }, ANSWER, 'papers/report.zip', 'given'],
  [{ ruled: RULED, folder: 'mine' }, ANSWER, 'mine/report.zip', 'given'],
  // What the server will say of it only the browser will see.
  [{ folder: 'a' }, { kind: 'not-asked' }, 'a/file.zip', 'late'],
  [{ ruled: RULED }, { kind: 'not-asked' }, 'papers/file.zip', 'late'],
  [{ said: { ...UNPLACED.said, download: 'x.pdf' } }, { kind: 'not-asked' }, 'x.pdf', 'late'],
  [{}, { kind: 'not-asked' }, 'file.zip', 'late', { conflict: 'rename', hasRules: true }],
  [{}, { kind: 'not-asked' }, 'file.zip', 'late', { conflict: 'ask', hasRules: false }],
  [{}, { kind: 'not-asked' }, 'file.zip', 'late', { conflict: 'skip', hasRules: false }],
  [{ conflict: 'rename' }, { kind: 'not-asked' }, 'file.zip', 'browser', { conflict: 'ask', hasRules: false }],
  [{ name: 'mine.zip' }, { kind: 'not-asked' }, 'mine.zip', 'late', { conflict: 'ask', hasRules: false }],
];

for (const [asked, probe, filename, naming, terms = {}] of PATHS) {
  test(`a download is planned: ${JSON.stringify(asked)}, ${probe.kind} → ${filename}, ${naming}`, () => {
    const item = itemIn('probing', { ...asked, wish: 'browser-download' });
    const total = probe.kind === 'answered' ? 5_000_000 : null;
    const plan = planCarrier(item, probe, { ...ALL, ...terms });
    assert.deepEqual(plan, { carrier: 'browser-download', total, filename, naming });
  });
}

/** What the file will be called, as far as can be told: by it the history is asked whether it was downloaded before. */
for (const [what, asked, probe, name] of [
  ['the user’s wish', { name: 'mine.zip', folder: 'a' }, ANSWER, 'a/mine.zip'],
  ['the server’s word', { folder: 'a' }, ANSWER, 'a/report.zip'],
  ['where the redirects end', {}, { ...ANSWER, disposition: null }, '9f3a.zip'],
  ['the link', {}, { kind: 'not-asked' }, 'file.zip'],
  ['the link, where the server failed', {}, { kind: 'failed', failure: failure('not-found') }, 'file.zip'],
] as const) {
  test(`pathFor: ${what} → ${name}`, () => {
    assert.equal(pathFor(itemIn('probing', asked), probe), name);
  });
}

test('a small file with a checksum is worth a fetch where it can be read, and nowhere else', () => {
  const small = { ...ANSWER, total: 10 };
  const checksum = { algorithm: 'md5', hex: '0'.repeat(32) } as const;
  const carrierOf = (asked: Partial<Asked>, around: Around): unknown => {
    const plan = planCarrier(itemIn('probing', asked), small, around);
    return typeof plan === 'object' && 'carrier' in plan && plan.carrier;
  };
  assert.equal(carrierOf({ checksum }, ALL), 'background-fetch');
  assert.equal(carrierOf({}, ALL), 'browser-download');
  assert.equal(carrierOf({ checksum }, NONE), 'browser-download');
  assert.equal(carrierOf({ checksum }, { ...ALL, fetchesUnderWay: FETCH_LANE }), 'browser-download');
});

test('one fetch runs and one stands behind it: Chromium runs one at a time, and takes five in all', () => {
  assert.equal(FETCH_LANE, 2);
});

test('where no carrier is left, the reason says so', () => {
  const item = itemIn('probing', { refusedBy: ['browser-download', 'background-fetch'] });
  assert.deepEqual(planCarrier(item, ANSWER, ALL), failure('bad-answer', 'no carrier is left'));
  const reason = failure('not-found', 'HTTP 404');
  assert.equal(planCarrier(item, { kind: 'failed', failure: reason }, ALL), reason);
});

const BF = 'background-fetch';
const BD = 'browser-download';
const PAGE = { referrer: 'https://page.test/' };
/** Present carrier, reason, what else holds, and the carrier that may do better. */
const OTHERS: readonly (readonly [
  CarrierName,
  FailureCode,
  Partial<ReturnType<typeof itemIn>>,
  boolean,
  CarrierName | null,
])[] = [
  [BF, 'unreadable', {}, true, BD],
  [BF, 'refused', {}, false, BD],
  [BF, 'quota-exceeded', {}, true, BD],
  [BF, 'unreadable', { refusedBy: [BD] }, true, null],
  [BF, 'unreadable', { refusedBy: [BF] }, true, BD],
  [BF, 'forbidden', PAGE, true, null],
  [BF, 'server-error', PAGE, true, null],
  [BF, 'not-found', PAGE, true, null],
  [BD, 'refused', {}, true, BF],
  [BD, 'refused', { refusedBy: [BF] }, true, null],
  [BD, 'forbidden', PAGE, true, BF],
  [BD, 'unauthorized', PAGE, true, BF],
  [BD, 'forbidden', {}, true, null],
  [BD, 'forbidden', PAGE, false, null],
  [BD, 'forbidden', { ...PAGE, url: 'http://files.test/x' }, true, null],
  [BD, 'forbidden', { ...PAGE, url: 'http://localhost/x' }, true, BF],
  [BD, 'forbidden', { ...PAGE, refusedBy: [BF] }, true, null],
  [BD, 'not-found', PAGE, true, null],
  [BD, 'interrupted', PAGE, true, null],
  [BD, 'disk-full', PAGE, true, null],
];

for (const [present, code, overrides, isGranted, other] of OTHERS) {
  test(`otherCarrier: ${present}, ${code}, ${JSON.stringify(overrides)}, granted ${isGranted} → ${other}`, () => {
    assert.equal(
      otherCarrier(itemIn('queued', overrides), present, failure(code), { isGranted: () => isGranted }),
      other,
    );
  });
}
