import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { openProbe } from './probe-extension.ts';

test('Chromium 156 tells of a file that answers a form exactly as of one behind a link', async t => {
  const { origin, probe } = await openProbe(t);
  origin.handle('/file', (_request, response) => {
    response.setHeader('content-disposition', 'attachment; filename="file.bin"');
    response.end('the file');
  });
  const url = origin.page(
    '/page.html',
    `<!doctype html><title>Page</title><a id="link" href="/file">link</a>
    <form method="post" action="/file"><button id="form">form</button></form>`,
  );
  await probe.inDocument('watchBegun');
  const page = await probe.chromium.browser.newPage();
  await page.goto(url);
  for (const [index, id] of ['link', 'form'].entries()) {
    await page.click(`#${id}`);
    await until(async () => (await probe.inDocument('begun')).length > index, `the download of the ${id}`);
  }
  assert.deepEqual(
    origin.requestsFor('/file').map(({ method }) => method),
    ['GET', 'POST'],
  );
  const [byLink, byForm] = await probe.inDocument('begun');
  assert.ok(byLink && byForm);
  assert.deepEqual({ ...byForm, id: 0, startTime: '' }, { ...byLink, id: 0, startTime: '' });
  assert.deepEqual([byForm.referrer, byForm.state, byForm.filename], [url, 'in_progress', '']);
});
