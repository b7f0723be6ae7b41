import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  backgroundFetchCarrier,
  bytesHereBefore,
  type FetchPort,
} from '../../../src/carriers/background-fetch/carrier.ts';
import type { Progress, RunningOn } from '../../../src/carriers/carrier.ts';
import type { Asked, ItemIn } from '../../../src/core/queue/item.ts';
import { FETCH_PLAN, itemIn, PARTS_PLAN } from '../../core/make-item.ts';
import { planOf, QUARTERS } from '../../core/make-parts.ts';

function portWith(seen: Progress | null = null): { port: FetchPort; asked: unknown[] } {
  const asked: unknown[] = [];
  const port: FetchPort = {
    start: async job => void asked.push(job),
    abort: async registration => void asked.push(`abort ${registration}`),
    progress: async registration => {
      asked.push(`look ${registration}`);
      return seen;
    },
  };
  return { port, asked };
}

function starting(overrides: Partial<Asked> = {}): ItemIn<'starting'> {
  const item = itemIn('asking fetch', overrides);
  assert.ok(item.status === 'starting');
  return item;
}

function running(stage: 'running fetch' | 'running parts' = 'running fetch'): RunningOn<'background-fetch'> {
  const item = itemIn(stage);
  assert.ok(item.status === 'running' && item.carrier === 'background-fetch');
  return item;
}

test('a start names the registration by item and attempt, and has no number of a download', async () => {
  const { port, asked } = portWith();
  const carrier = backgroundFetchCarrier(port);
  assert.equal(carrier.name, 'background-fetch');
  assert.deepEqual(await carrier.start(starting(), FETCH_PLAN, []), { downloadId: null });
  const url = 'https://files.test/dir/file.zip';
  const files = [{ owner: 'one', url, parts: [] }];
  assert.deepEqual(asked, [{ registration: 'one.3', title: 'file.zip', total: 5_000_000, files }]);
});

test('a start in parts asks for those that are missing, and announces their bytes only', async () => {
  const { port, asked } = portWith();
  const item = itemIn('asking parts');
  assert.ok(item.status === 'starting');
  await backgroundFetchCarrier(port).start(item, PARTS_PLAN, []);
  const url = 'https://files.test/dir/file.zip';
  const files = [{ owner: 'one', url, parts: [QUARTERS[2], QUARTERS[3]] }];
  assert.deepEqual(asked, [{ registration: 'one.3', title: 'file.zip', total: 16_777_216, files }]);
});

for (const [asked, title] of [
  [{ name: 'mine.zip' }, 'mine.zip'],
  [{ url: 'https://files.test/%C3%A9t%C3%A9.zip' }, 'été.zip'],
  [{ url: 'https://files.test/dir/' }, 'files.test'],
] as const) {
  test(`the browser shows ${title} for ${JSON.stringify(asked)}`, async () => {
    const { port, asked: jobs } = portWith();
    await backgroundFetchCarrier(port).start(starting(asked), { ...FETCH_PLAN, total: null }, []);
    const [job] = jobs;
    assert.ok(typeof job === 'object' && job !== null && 'title' in job && 'total' in job);
    assert.deepEqual([job.title, job.total], [title, null]);
  });
}

test('a refusal of the browser is passed on', async () => {
  const { port } = portWith();
  const start = (): Promise<never> => Promise.reject(new Error('too many'));
  await assert.rejects(backgroundFetchCarrier({ ...port, start }).start(starting(), FETCH_PLAN, []), /too many/);
});

test('only registrations of ours are stopped', async () => {
  const { port, asked } = portWith();
  const carrier = backgroundFetchCarrier(port);
  await carrier.stop({ carrier: 'background-fetch', registration: 'one.3' });
  await carrier.stop({ carrier: 'background-fetch', registration: 'somebody else’s' });
  assert.deepEqual(asked, ['abort one.3']);
});

test('progress is of the plan’s total, of the browser’s where the plan has none, and null where it knows nothing', async () => {
  const look = (seen: Progress | null, plan = FETCH_PLAN): Promise<unknown> =>
    backgroundFetchCarrier(portWith(seen).port).look({ ...running(), plan });
  assert.deepEqual(await look({ bytes: 7, total: null }), { bytes: 7, total: 5_000_000 });
  assert.deepEqual(await look({ bytes: 7, total: 100 }, { ...FETCH_PLAN, total: null }), { bytes: 7, total: 100 });
  assert.deepEqual(await look({ bytes: 7, total: null }, { ...FETCH_PLAN, total: null }), { bytes: 7, total: null });
  assert.equal(await look(null), null);
  const { port, asked } = portWith();
  await backgroundFetchCarrier(port).look(running());
  assert.deepEqual(asked, ['look one.3']);
});

test('progress of parts counts those that were here before, and is of the whole file', async () => {
  const look = (seen: Progress | null): Promise<unknown> =>
    backgroundFetchCarrier(portWith(seen).port).look(running('running parts'));
  assert.deepEqual(await look({ bytes: 0, total: 16_777_216 }), { bytes: 16_777_216, total: 33_554_432 });
  assert.deepEqual(await look({ bytes: 5, total: 16_777_216 }), { bytes: 16_777_221, total: 33_554_432 });
  assert.equal(await look(null), null);
});

for (const [what, plan, bytes] of [
  ['the whole', FETCH_PLAN, 0],
  ['two of four parts', PARTS_PLAN, 16_777_216],
  ['all four', { ...PARTS_PLAN, parts: planOf(0, 1, 2, 3) }, 0],
  ['none of four', { ...PARTS_PLAN, parts: { ...planOf(), missing: [] } }, 33_554_432],
] as const) {
  test(`bytesHereBefore: ${what} asked for → ${bytes}`, () => {
    assert.equal(bytesHereBefore(plan), bytes);
  });
}
