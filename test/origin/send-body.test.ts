import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { ask, begin, until } from './ask.ts';
import { bytesOf, sha256Of } from './bytes.ts';
import { startOrigin } from './origin.ts';
import { Pace } from './pace.ts';

const mebibyte = 1024 * 1024;
const origin = await startOrigin();
after(() => origin.close());
beforeEach(() => origin.forget());

/** Milliseconds that something takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test('a big file flows through a small memory, and stops for a client that does not read', async () => {
  const size = 256 * mebibyte;
  const before = process.memoryUsage().arrayBuffers;
  const answer = await begin(origin.url('/big.bin', { size }));
  let seen = 0;
  await until(() => {
    const now = origin.requests[0]?.bytesSent ?? 0;
    const still = now > 0 && now === seen;
    seen = now;
    return still;
  }, 'the server waits for the client');
  assert.ok(seen < 64 * mebibyte, `${seen} bytes were written to a client that reads none`);

  const hash = createHash('sha256');
  let peak = 0;
  for await (const chunk of answer) {
    hash.update(chunk);
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
  }
  assert.equal(hash.digest('hex'), sha256Of('/big.bin', size));
  assert.ok(peak < 128 * mebibyte, `${peak} bytes were held at once`);
});

test('a pace makes up for a late timer and not for idleness', () => {
  const pace = new Pace(1000, 0);
  assert.equal(pace.slice, 25);
  assert.equal(pace.reserve(25, 0), 25);
  assert.equal(pace.reserve(25, 30), 20, 'woken 5 ms late, the next slice still ends at 50 ms');
  assert.equal(pace.reserve(25, 10_000), -25, 'after ten idle seconds at most 50 ms are caught up with');
  assert.equal(pace.reserve(25, 10_000), 0);
  assert.equal(pace.reserve(25, 10_000), 25);
  assert.equal(new Pace(3, 0).slice, 1);
});

test('rate slows each answer by itself, evenly', async () => {
  const url = origin.url('/slow.bin', { size: 60_000, rate: 200_000 });
  const pieces: number[] = [];
  const many = await timed(async () => {
    const answer = await begin(url);
    answer.on('data', (chunk: Buffer) => pieces.push(chunk.length));
    await Promise.all([
      new Promise(resolve => answer.on('end', resolve)),
      ...Array.from({ length: 29 }, () => ask(url)),
    ]);
  });
  assert.ok(many >= 290, `60 000 bytes at 200 000 a second took only ${many} ms`);
  // Together they would take nine seconds.
  assert.ok(many < 6000, `thirty at once took ${many} ms, as if they shared the rate`);
  // A busy machine hands several pieces on as one.
  assert.ok(pieces.length > 1, 'they came in one piece');
});

test('totalRate is shared by all answers of a path, whatever else their URLs say, and by no other path', async () => {
  const one = origin.url('/shared.bin', { size: 20_000, totalRate: 100_000 });
  const two = origin.url('/shared.bin', { size: 20_000, totalRate: 100_000, tag: 'two' });
  const shared = await timed(() => Promise.all([ask(one), ask(two)]));
  assert.ok(shared >= 390, `40 000 bytes at 100 000 a second took only ${shared} ms`);
  const paths = Array.from({ length: 40 }, (_, index) => `/other-${index}.bin`);
  const apart = await timed(() =>
    Promise.all(paths.map(path => ask(origin.url(path, { size: 20_000, totalRate: 100_000 })))),
  );
  // Together they would take eight seconds.
  assert.ok(apart < 5000, `forty paths took ${apart} ms, as if they shared the rate`);
});

test('rate holds within totalRate', async () => {
  const url = origin.url('/a.bin', { size: 10_000, rate: 50_000, totalRate: 1_000_000 });
  const elapsed = await timed(() => ask(url));
  assert.ok(elapsed >= 190, `10 000 bytes at 50 000 a second took only ${elapsed} ms`);
});

test('a slowed body is the same body', async () => {
  const { body } = await ask(origin.url('/a.bin', { size: 5003, rate: 100_000 }));
  assert.deepEqual(body, bytesOf('/a.bin', 0, 5003));
});

test('latency holds back the headers', async () => {
  const elapsed = await timed(() => begin(origin.url('/a.bin', { latency: 60 })).then(answer => answer.destroy()));
  assert.ok(elapsed >= 59, `the headers came after ${elapsed} ms`);
});

test('of two requests the one that arrived first meets the fault, whatever the latency', async () => {
  const url = origin.url('/a.bin', { status: 503, statusTimes: 1, latency: 30 });
  const first = ask(url);
  await until(() => origin.requests.length === 1, 'the first arrives');
  const second = ask(url);
  assert.deepEqual([(await first).status, (await second).status], [503, 200]);
});
