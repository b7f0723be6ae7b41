import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Origin, startOrigin } from '../../origin/origin.ts';
import { until } from '../harness.ts';
import { setting } from '../setting.ts';
import { assertNothingLeft, itemOf, leavingsOf, MIB } from './big-file.ts';

const here = setting({ grants: 'all' });
let elsewhere: Origin;

before(async () => {
  elsewhere = await startOrigin();
});
after(() => elsewhere.close());

async function rulesSet(): Promise<number> {
  return (await leavingsOf(here.longhaul)).rules;
}

test('while a file is fetched from a server without CORS, no page can read what that server answers', async () => {
  const page = await here.longhaul.chromium.browser.newPage();
  await page.goto(elsewhere.page('/page.html', '<!doctype html><title>A page</title>'));
  const url = here.origin.url('/file.bin', { size: 20 * MIB, rate: 4 * MIB });
  const referrer = `${elsewhere.base}/list.html`;
  const [id] = await here.longhaul.enqueue({ url, referrer });
  await until(async () => (await itemOf(here.longhaul, id)).status === 'running', 'the fetch');
  assert.equal(await rulesSet(), 2, 'one makes the answer readable, one sets the Referer');

  const other = here.origin.url('/secret.txt', { size: 1_000 });
  for (const target of [url, other]) {
    const read = page.evaluate(async there => (await fetch(there)).text(), target);
    await assert.rejects(read, /Failed to fetch/, target);
  }
  const [asked] = here.origin.requestsFor('/secret.txt');
  assert.deepEqual([asked?.referer, asked?.headers['origin']], [`${elsewhere.base}/`, elsewhere.base]);

  await until(async () => (await itemOf(here.longhaul, id)).status === 'done', 'the file', 90);
  const own = here.origin.requestsFor('/file.bin').filter(({ headers }) => headers['origin'] === undefined);
  assert.ok(own.length >= 3 && own.every(({ referer }) => referer === `${elsewhere.base}/`));
  await assertNothingLeft(here.longhaul);
});
