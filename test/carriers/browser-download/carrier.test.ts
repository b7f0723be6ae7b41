import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserDownloadCarrier, type DownloadPort } from '../../../src/carriers/browser-download/carrier.ts';
import type { Progress, RunningOn } from '../../../src/carriers/carrier.ts';
import { FailedAttempt } from '../../../src/core/carriers/failure.ts';
import type { Asked, ItemIn, Travelled } from '../../../src/core/queue/item.ts';
import type { DownloadPlan } from '../../../src/core/queue/plan.ts';
import { DOWNLOAD_PLAN, frozen, itemIn, RULED } from '../../core/make-item.ts';

function portWith(seen: Progress | null = null): { port: DownloadPort; asked: unknown[] } {
  const asked: unknown[] = [];
  const port: DownloadPort = {
    start: async job => asked.push(job) + 40,
    discard: async (downloadId, withFile) =>
      void asked.push(`discard ${downloadId}${withFile ? ' with its file' : ''}`),
    progress: async downloadId => {
      asked.push(`look ${downloadId}`);
      return seen;
    },
  };
  return { port, asked };
}

function starting(url: string): ItemIn<'starting'> {
  const item = itemIn('asking download', { url });
  assert.ok(item.status === 'starting');
  return item;
}

function running(total: number | null): RunningOn<'browser-download'> {
  const item = itemIn('running download');
  assert.ok(item.status === 'running' && item.carrier === 'browser-download');
  return frozen({ ...item, plan: { ...DOWNLOAD_PLAN, total } });
}

/** How an item and its plan ask for a name, and the job that the browser is given. */
const JOBS: readonly (readonly [asked: Partial<Asked & Travelled>, plan: Partial<DownloadPlan>, job: object])[] = [
  [{}, {}, { filename: null, overwrites: false, isNamed: false }],
  [{}, { filename: 'a/b.zip', naming: 'given' }, { filename: 'a/b.zip', overwrites: false, isNamed: true }],
  [{}, { filename: 'a/b.zip', naming: 'late' }, { filename: 'a/b.zip', overwrites: false, isNamed: true }],
  [{ conflict: 'overwrite' }, {}, { filename: null, overwrites: true, isNamed: false }],
  [{ ruled: { ...RULED, conflict: 'overwrite' } }, {}, { filename: null, overwrites: true, isNamed: false }],
  [
    { conflict: 'ask', ruled: { ...RULED, conflict: 'overwrite' } },
    {},
    { filename: null, overwrites: false, isNamed: false },
  ],
];

for (const [asked, plan, job] of JOBS) {
  test(`a start: ${JSON.stringify(asked)}, ${JSON.stringify(plan)} → ${JSON.stringify(job)}`, async () => {
    const url = 'https://files.test/x.zip';
    const { port, asked: jobs } = portWith();
    const item = itemIn('asking download', { url, ...asked });
    assert.ok(item.status === 'starting');
    const started = await browserDownloadCarrier(port).start(item, { ...DOWNLOAD_PLAN, ...plan }, []);
    assert.deepEqual(jobs, [{ url, ...job }]);
    assert.deepEqual(started, { downloadId: 41 });
  });
}

for (const url of ['file:///etc/hostname', 'javascript:alert(1)', 'data:text/plain,x', 'blob:https://files.test/1']) {
  test(`${url} never reaches the browser`, async () => {
    const { port, asked } = portWith();
    await assert.rejects(browserDownloadCarrier(port).start(starting(url), DOWNLOAD_PLAN, []), (error: unknown) => {
      assert.ok(error instanceof FailedAttempt);
      assert.deepEqual([error.failure.code, error.failure.detail], ['bad-redirect', new URL(url).protocol]);
      return true;
    });
    assert.deepEqual(asked, []);
  });
}

test('a stop discards the download of that number', async () => {
  const { port, asked } = portWith();
  await browserDownloadCarrier(port).stop({ carrier: 'browser-download', downloadId: 9 });
  await browserDownloadCarrier(port).stop({ carrier: 'browser-download', downloadId: 8, withFile: true });
  assert.deepEqual(asked, ['discard 9', 'discard 8 with its file']);
});

test('progress falls back to the total of the plan, and is null where the browser knows nothing', async () => {
  const look = (seen: Progress | null, total: number | null): Promise<unknown> =>
    browserDownloadCarrier(portWith(seen).port).look(running(total));
  assert.deepEqual(await look({ bytes: 7, total: 100 }, 50), { bytes: 7, total: 100 });
  assert.deepEqual(await look({ bytes: 7, total: null }, 50), { bytes: 7, total: 50 });
  assert.deepEqual(await look({ bytes: 7, total: null }, null), { bytes: 7, total: null });
  assert.equal(await look(null, 50), null);
  const { port, asked } = portWith();
  await browserDownloadCarrier(port).look(running(null));
  assert.deepEqual(asked, ['look 7']);
});
