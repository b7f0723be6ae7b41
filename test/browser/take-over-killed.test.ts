import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { arrivedHere, filesNamed, foreign, openPageWith, SIZE, takeOverSetting } from './take-over-page.ts';

const here = takeOverSetting();

test('a worker that is killed over it leaves the file with one of both', async t => {
  const SLOW = 700;
  for (const wait of [0, 100, 400, 710, 730, 750, 900]) {
    await here.longhaul.ask('control', { ids: 'all', action: 'remove' });
    const name = `killed-${wait}.txt`;
    const switches = { size: SIZE, rate: SIZE, disposition: 'attachment' };
    // The first request is the click; what asks again has to wait.
    const url = here.origin.decide(`/${name}`, () =>
      here.origin.requestsFor(`/${name}`).length === 1 ? switches : { ...switches, latency: SLOW },
    );
    const page = await openPageWith(here, `/kill-${wait}.html`, () => `<a id="it" href="${url}">file</a>`);
    await page.click('#it');
    await until(async () => here.origin.requestsFor(`/${name}`).length > 0, 'the click');
    await new Promise(resolve => setTimeout(resolve, wait));
    assert.ok(await here.longhaul.killWorker(), 'there was no worker to be killed');
    // Any message brings the next worker to life.
    const one = await until(async () => {
      const items = await here.longhaul.ended();
      const downloads = await foreign(here, name);
      const isOver = downloads.every(({ state }) => state === 'complete');
      return isOver && items.length + downloads.length > 0 ? { items, downloads } : null;
    }, name);
    assert.equal(one.items.length + one.downloads.length, 1, `${wait} ms: ${JSON.stringify(one)}`);
    t.diagnostic(`${wait} ms: ${one.items.length === 1 ? 'ours' : 'the browser’s'}`);
    for (const item of one.items) assert.equal(item.status, 'done', item.error?.message);
    assert.deepEqual(filesNamed(here, name), [name]);
    assert.equal(sha256OfFile(join(here.longhaul.downloads, name)), sha256OfUrl(url, SIZE));
    await page.close();
  }
});

for (const how of ['crash', 'quit'] as const) {
  test(`a browser that ends over it (${how}) loses nothing`, async () => {
    const path = `/${how}.txt`;
    const switches = { size: SIZE, rate: SIZE, disposition: 'attachment' };
    const url = here.origin.decide(path, () =>
      here.origin.requestsFor(path).length === 2 ? { ...switches, latency: 5_000 } : switches,
    );
    const page = await openPageWith(here, `/${how}.html`, () => `<a id="it" href="${url}">file</a>`);
    await page.click('#it');
    await until(async () => here.origin.requestsFor(path).length === 2, 'the question whether it comes again');
    await here.longhaul[how]();
    await here.longhaul.open();
    const item = await arrivedHere(here);
    assert.equal(item.referrer, `${here.origin.base}/${how}.html`);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(url, SIZE));
    assert.deepEqual(filesNamed(here, how), [`${how}.txt`]);
    assert.deepEqual(await foreign(here, `${how}.txt`), []);
  });
}
