import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { collectParts, readyToSave } from '../../../src/carriers/background-fetch/collect.ts';
import type { BroughtPart, Harvest } from '../../../src/carriers/background-fetch/records.ts';
import { FailedAttempt, type FailureCode } from '../../../src/core/carriers/failure.ts';

import type { Asked } from '../../../src/core/queue/item.ts';
import type { PartsPlan } from '../../../src/core/queue/plan.ts';
import { filePathOf } from '../../../src/core/queue/file-path.ts';
import { itemIn } from '../../core/make-item.ts';
import { planOf, QUARTERS, VERSION } from '../../core/make-parts.ts';
import { answerWith } from './make-response.ts';

type Quarter = 0 | 1 | 2 | 3;
/** A file of which no two parts are alike, and another of the same size. */
const BYTES = new Uint8Array(VERSION.total).map((_, index) => (index >> 20) + 1);
const OTHER = new Uint8Array(VERSION.total).fill(255);

function blobOf(number: Quarter, bytes = BYTES): Blob {
  const { first, last } = QUARTERS[number];
  return new Blob([bytes.subarray(first, last + 1)]);
}

function brought(number: Quarter, headers: Record<string, string> = {}, url = ''): BroughtPart {
  return {
    part: QUARTERS[number],
    blob: blobOf(number),
    response: answerWith({ status: 206, body: new Uint8Array(), headers, url }),
  };
}

function harvestOf(numbers: readonly Quarter[], overrides: Partial<Harvest> = {}): Harvest {
  return { parts: numbers.map(number => brought(number)), whole: null, fault: null, ...overrides };
}

function keptOf(...numbers: readonly Quarter[]): ReadonlyMap<number, Blob> {
  return new Map(numbers.map(number => [QUARTERS[number].first, blobOf(number)]));
}

/** The file as it is given to the browser: its bytes with their type, and its path. */
async function collected(harvest: Harvest, kept = keptOf(), plan = planOf(), asked: Partial<Asked> = {}) {
  const item = itemIn('collecting', asked);
  const file = await collectParts(item, plan, harvest, kept);
  return { blob: readyToSave(file, item), filename: filePathOf(item, file.told) };
}

async function isWhole(blob: Blob, bytes = BYTES): Promise<boolean> {
  return Buffer.from(await blob.arrayBuffer()).equals(bytes);
}

async function expectFailure(attempt: Promise<unknown>, code: FailureCode, detail: string | null): Promise<void> {
  await assert.rejects(attempt, (error: unknown) => {
    assert.ok(error instanceof FailedAttempt);
    assert.deepEqual([error.failure.code, error.failure.detail], [code, detail]);
    return true;
  });
}

/** The numbers of the parts that came, in their order, and of those that were kept. */
const SOURCES: readonly (readonly [what: string, came: readonly Quarter[], kept: readonly Quarter[]])[] = [
  ['records only', [0, 1, 2, 3], []],
  ['records only, in another order', [2, 0, 3, 1], []],
  ['records only, one of them twice', [0, 1, 1, 2, 3], []],
  ['kept parts only', [], [0, 1, 2, 3]],
  ['kept parts only, in another order', [], [3, 1, 2, 0]],
  ['both', [2, 3], [0, 1]],
  ['both, among each other', [3, 0], [2, 1]],
];

for (const [what, came, kept] of SOURCES) {
  test(`collectParts: the file out of ${what}, byte by byte`, async () => {
    const missing = ([0, 1, 2, 3] as const).filter(number => !kept.includes(number));
    const plan: PartsPlan = { ...planOf(), missing: missing.map(number => QUARTERS[number]) };
    const { blob } = await collected(harvestOf(came), keptOf(...kept), plan);
    assert.equal(blob.size, VERSION.total);
    assert.ok(await isWhole(blob));
  });
}

for (const [what, came, kept, size] of [
  ['one part', [2], [0, 1], 3],
  ['two parts', [3], [1], 2],
  ['all that were asked for', [], [0, 1], 2],
  ['a kept one', [2, 3], [0], 3],
  ['everything', [], [], 0],
] as const) {
  test(`collectParts: ${what} missing → wrong-size, and how much is there`, () => {
    const detail = `${size * 8_388_608} of 33554432 bytes`;
    return expectFailure(collected(harvestOf(came), keptOf(...kept)), 'wrong-size', detail);
  });
}

for (const fault of ['changed', 'no-parts'] as const) {
  test(`collectParts: ${fault} is a failure, however much is there`, async () => {
    await expectFailure(collected(harvestOf([0, 1, 2, 3], { fault })), fault, null);
    await expectFailure(collected(harvestOf([2], { fault }), keptOf(0, 1)), fault, null);
    await expectFailure(collected(harvestOf([], { fault })), fault, null);
  });

  test(`collectParts: ${fault}, and a whole file came: it is that`, async () => {
    const headers = { 'content-disposition': 'attachment; filename="new.zip"', 'content-type': 'application/zip' };
    const whole = { blob: new Blob([OTHER]), response: answerWith({ headers, url: 'https://cdn.test/x' }) };
    const { blob, filename } = await collected(harvestOf([2, 3], { fault, whole }), keptOf(0, 1));
    assert.ok(await isWhole(blob, OTHER));
    assert.deepEqual([filename, blob.type], ['new.zip', 'application/zip']);
  });
}

test('collectParts: a whole file of another size is one too: it is right by what it says of itself', async () => {
  const whole = { blob: new Blob(['hello']), response: answerWith() };
  const { blob } = await collected(harvestOf([], { fault: 'no-parts', whole }));
  assert.equal(await blob.text(), 'hello');
});

test('collectParts: a whole file is checked as any other', async () => {
  const whole = { blob: new Blob([OTHER]), response: answerWith() };
  const harvest = harvestOf([], { fault: 'no-parts', whole });
  const wanted = createHash('sha256').update(BYTES).digest('hex');
  const seen = createHash('sha256').update(OTHER).digest('hex');
  const checksum = { algorithm: 'sha-256', hex: wanted } as const;
  await expectFailure(collected(harvest, keptOf(), planOf(), { checksum }), 'wrong-checksum', `sha-256 ${seen}`);
});

test('collectParts: what has just come goes before what was kept', async () => {
  const kept = new Map([[QUARTERS[2].first, blobOf(2, OTHER)], ...keptOf(0, 1)]);
  assert.ok(await isWhole((await collected(harvestOf([2, 3]), kept)).blob));
});

test('collectParts: a part that was put away on the way stands in where its record is gone', async () => {
  assert.ok(await isWhole((await collected(harvestOf([3]), keptOf(0, 1, 2))).blob));
});

for (const [algorithm, hash] of [
  ['sha-256', 'sha256'],
  ['sha-1', 'sha1'],
  ['md5', 'md5'],
] as const) {
  test(`collectParts: the ${algorithm} that was given must be that of the joined bytes`, async () => {
    const hex = createHash(hash).update(BYTES).digest('hex');
    const { blob } = await collected(harvestOf([2, 3]), keptOf(0, 1), planOf(), { checksum: { algorithm, hex } });
    assert.ok(await isWhole(blob));
    const wrong = new Map([[0, blobOf(0, OTHER)], ...keptOf(1)]);
    const joined = createHash(hash)
      .update(OTHER.subarray(0, 8_388_608))
      .update(BYTES.subarray(8_388_608))
      .digest('hex');
    const attempt = collected(harvestOf([2, 3]), wrong, planOf(), { checksum: { algorithm, hex } });
    await expectFailure(attempt, 'wrong-checksum', `${algorithm} ${joined}`);
  });
}

const PROBED = {
  finalUrl: 'https://cdn.test/store/9f3a',
  contentType: 'application/pdf',
  disposition: 'attachment; filename="probed.bin"',
};
const NAMED = { 'content-disposition': 'attachment; filename="told.bin"' };
/** What the probe told, what the answer to a part tells (null: all parts were kept), what the user asked; path and type. */
const NAMES: readonly (readonly [
  what: string,
  probe: Partial<PartsPlan>,
  answer: BroughtPart | null,
  asked: Partial<Asked>,
  path: string,
  type: string,
])[] = [
  ['all kept', PROBED, null, {}, 'probed.bin', 'application/pdf'],
  ['all kept, no name', { ...PROBED, disposition: null }, null, {}, '9f3a.pdf', 'application/pdf'],
  ['all kept, nothing told', {}, null, {}, 'file.zip', 'application/octet-stream'],
  ['the answer has a name', PROBED, brought(2, NAMED), {}, 'told.bin', 'application/pdf'],
  ['the answer has a type', PROBED, brought(2, { 'content-type': 'image/png' }), {}, 'probed.bin', 'image/png'],
  ['the answer has nothing', PROBED, brought(2), {}, 'probed.bin', 'application/pdf'],
  [
    'the answer ended elsewhere',
    {},
    brought(2, {}, 'https://cdn.test/else.iso'),
    {},
    'else.iso',
    'application/octet-stream',
  ],
  ['the user has a name', PROBED, brought(2, NAMED), { name: 'mine.zip' }, 'mine.zip', 'application/octet-stream'],
  ['the user has a folder', PROBED, brought(2, NAMED), { folder: 'a/b' }, 'a/b/told.bin', 'application/pdf'],
];

for (const [what, probe, answer, asked, path, type] of NAMES) {
  test(`collectParts, name and type: ${what} → ${path}, ${type}`, async () => {
    const parts = answer === null ? [] : [answer, brought(3)];
    const kept = answer === null ? keptOf(0, 1, 2, 3) : keptOf(0, 1);
    const { blob, filename } = await collected(harvestOf([], { parts }), kept, { ...planOf(), ...probe }, asked);
    assert.deepEqual([filename, blob.type], [path, type]);
  });
}

test('collectParts: only what came from the web is saved', async () => {
  const parts = [brought(2, {}, 'file:///etc/passwd'), brought(3)];
  await expectFailure(collected(harvestOf([], { parts }), keptOf(0, 1)), 'bad-redirect', 'file:///etc/passwd');
});
