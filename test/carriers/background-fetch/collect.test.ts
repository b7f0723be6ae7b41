import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { collectFile, readyToSave } from '../../../src/carriers/background-fetch/collect.ts';
import { FailedAttempt, type FailureCode } from '../../../src/core/carriers/failure.ts';
import type { Asked } from '../../../src/core/queue/item.ts';
import type { FetchPlan } from '../../../src/core/queue/plan.ts';
import { filePathOf } from '../../../src/core/queue/file-path.ts';
import { FETCH_PLAN, itemIn } from '../../core/make-item.ts';
import { answerWith, endedWith } from './make-response.ts';

const planOf = (total: number | null): FetchPlan => ({ ...FETCH_PLAN, total });
const UNKNOWN = planOf(null);

async function collected(response: Response, plan = UNKNOWN, asked: Partial<Asked> = {}) {
  const item = itemIn('collecting', asked);
  const file = await collectFile(item, plan, endedWith([response]));
  return { blob: readyToSave(file, item), filename: filePathOf(item, file.told) };
}

async function expectFailure(attempt: Promise<unknown>, code: FailureCode, detail: string): Promise<void> {
  await assert.rejects(attempt, (error: unknown) => {
    assert.ok(error instanceof FailedAttempt);
    assert.deepEqual([error.failure.code, error.failure.detail], [code, detail]);
    return true;
  });
}

test('a whole file comes with its bytes, its name and its type', async () => {
  const body = new Uint8Array([0, 255, 128, 10, 13]);
  const headers = {
    'Content-Length': '5',
    'Content-Type': 'application/zip',
    'Content-Disposition': 'attachment; filename="report.zip"',
  };
  const { blob, filename } = await collected(answerWith({ body, headers }), planOf(5));
  assert.equal(filename, 'report.zip');
  assert.equal(blob.type, 'application/zip');
  assert.deepEqual(new Uint8Array(await blob.arrayBuffer()), body);
});

/** What the answer and the probe promised of the five bytes that came, and what is said where they lie. */
const SIZES: readonly (readonly [
  what: string,
  headers: Record<string, string>,
  total: number | null,
  lie: string | null,
])[] = [
  ['nothing promised', {}, null, null],
  ['the answer is right', { 'Content-Length': '5' }, null, null],
  ['the answer promises more', { 'Content-Length': '6' }, null, '5 of 6 bytes'],
  ['the answer promises less', { 'Content-Length': '4' }, null, '5 of 4 bytes'],
  ['the answer promises nothing at all', { 'Content-Length': '0' }, null, '5 of 0 bytes'],
  ['the probe is right', {}, 5, null],
  ['the probe promised more', {}, 2_000, '5 of 2000 bytes'],
  ['the probe promised less', {}, 4, '5 of 4 bytes'],
  ['nonsense in the answer, the probe is right', { 'Content-Length': '-5' }, 5, null],
  ['nonsense in the answer, the probe is not', { 'Content-Length': '-5' }, 6, '5 of 6 bytes'],
  ['compressed: the length is of what travelled', { 'Content-Length': '3', 'Content-Encoding': 'gzip' }, null, null],
  ['compressed: the probe is not believed either', { 'Content-Encoding': 'br' }, 3, null],
  ['not compressed, and says so', { 'Content-Length': '6', 'Content-Encoding': 'identity' }, null, '5 of 6 bytes'],
];

for (const [what, headers, total, lie] of SIZES) {
  test(`collectFile, size: ${what} → ${lie ?? 'taken'}`, async () => {
    const attempt = collected(answerWith({ headers }), planOf(total));
    if (lie !== null) return expectFailure(attempt, 'wrong-size', lie);
    assert.equal((await attempt).blob.size, 5);
  });
}

test('collectFile: a success without a body is not believed', async () => {
  await expectFailure(collected(answerWith({ body: '' }), planOf(2_000)), 'wrong-size', '0 of 2000 bytes');
  const headers = { 'Content-Length': '2000' };
  await expectFailure(collected(answerWith({ body: '', headers })), 'wrong-size', '0 of 2000 bytes');
});

test('collectFile: an empty file that was promised to be empty is one', async () => {
  const headers = { 'Content-Length': '0' };
  assert.equal((await collected(answerWith({ body: '', headers }), planOf(0))).blob.size, 0);
});

for (const [algorithm, hash] of [
  ['sha-256', 'sha256'],
  ['sha-1', 'sha1'],
  ['md5', 'md5'],
] as const) {
  test(`collectFile: the ${algorithm} that was given must be that of the bytes`, async () => {
    const hex = createHash(hash).update('hello').digest('hex');
    const { blob } = await collected(answerWith(), UNKNOWN, { checksum: { algorithm, hex } });
    assert.equal(await blob.text(), 'hello');
    const other = { algorithm, hex: hex.replace(/^./, first => (first === '0' ? '1' : '0')) };
    await expectFailure(collected(answerWith(), UNKNOWN, { checksum: other }), 'wrong-checksum', `${algorithm} ${hex}`);
  });
}

test('collectFile: a missing record is no file', async () => {
  const item = itemIn('collecting');
  await expectFailure(collectFile(item, UNKNOWN, endedWith([])), 'wrong-size', 'no record');
  await expectFailure(collectFile(item, UNKNOWN, endedWith([null])), 'wrong-size', 'no record');
});

for (const [status, code] of [
  [404, 'not-found'],
  [403, 'forbidden'],
  [429, 'rate-limited'],
  [503, 'server-error'],
] as const) {
  test(`collectFile: status ${status} → ${code}, whatever came with it`, () =>
    expectFailure(collected(answerWith({ status }), planOf(5)), code, `HTTP ${status}`));
}

test('collectFile: only what came from the web is saved', async () => {
  for (const url of ['file:///etc/passwd', 'data:text/plain,hello', 'blob:https://files.test/1'])
    await expectFailure(collected(answerWith({ url })), 'bad-redirect', url);
  const long = `data:text/plain,${'x'.repeat(200)}`;
  await expectFailure(collected(answerWith({ url: long })), 'bad-redirect', long.slice(0, 100));
  assert.equal((await collected(answerWith({ url: 'http://localhost/x.zip' }))).filename, 'x.zip');
});

test('collectFile: a body that breaks off is an error that is passed on', async () => {
  const broken = new ReadableStream({ start: controller => controller.error(new TypeError('cut')) });
  await assert.rejects(collected(new Response(broken)), /cut/);
});

const NAMED = { 'Content-Disposition': 'attachment; filename="theirs.zip"' };
/** The headers, where the redirects ended, what the user asked, and the path. */
const NAMES: readonly (readonly [headers: Record<string, string>, url: string, asked: Partial<Asked>, path: string])[] =
  [
    [{}, '', {}, 'file.zip'],
    [{}, 'https://cdn.test/other.zip', {}, 'other.zip'],
    [NAMED, 'https://cdn.test/other.zip', {}, 'theirs.zip'],
    [NAMED, '', { name: 'mine.zip' }, 'mine.zip'],
    [NAMED, '', { folder: 'a/b' }, 'a/b/theirs.zip'],
    [NAMED, '', { folder: 'a', name: 'mine.zip' }, 'a/mine.zip'],
    [{ 'Content-Type': 'application/pdf' }, 'https://cdn.test/9f3a', { folder: 'a' }, 'a/9f3a.pdf'],
    [{ 'Content-Disposition': 'attachment; filename="../../con"' }, '', {}, '_.._con'],
    [NAMED, '', { folder: '../..' }, 'theirs.zip'],
  ];

for (const [headers, url, asked, path] of NAMES) {
  test(`collectFile, name: ${JSON.stringify(headers)} ${url} ${JSON.stringify(asked)} → ${path}`, async () => {
    assert.equal((await collected(answerWith({ headers, url }), UNKNOWN, asked)).filename, path);
  });
}

/** Chrome makes the extension follow the type, so it is the server's only where the name is the server's. */
const TYPES: readonly (readonly [contentType: string | null, name: string | null, type: string])[] = [
  ['text/html; charset=utf-8', null, 'text/html; charset=utf-8'],
  ['text/html', 'page.exe', 'application/octet-stream'],
  [null, null, 'application/octet-stream'],
  [null, 'mine.zip', 'application/octet-stream'],
];

for (const [contentType, name, type] of TYPES) {
  test(`collectFile, type: ${contentType}, ${name === null ? 'the server’s name' : 'the user’s name'} → ${type}`, async () => {
    const response = answerWith({
      body: new Uint8Array(5),
      headers: contentType === null ? {} : { 'Content-Type': contentType },
    });
    assert.equal((await collected(response, UNKNOWN, { name })).blob.type, type);
  });
}
