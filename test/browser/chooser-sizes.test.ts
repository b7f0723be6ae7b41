import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMED_HOSTS, onHost, openChooser, press } from './chooser-page.ts';
import { until } from './harness.ts';
import { shows } from './popup-page.ts';
import { setting } from './setting.ts';

let pageUrl: string;
const here = setting({
  grants: 'all',
  args: NAMED_HOSTS,
  prepare({ origin }) {
    const picture = origin.handle('/shown.png', (request, response) => {
      response.setHeader('content-type', 'image/png');
      response.setHeader('content-length', PICTURE.length);
      response.setHeader('set-cookie', 'seen=1; path=/');
      response.end(request.method === 'HEAD' ? undefined : PICTURE);
    });
    const moved = origin.handle('/moved.png', (_request, response) => {
      response.writeHead(302, { location: onHost('other.example', picture) }).end();
    });
    const anchors = [
      onHost('files.one.example', origin.url('/a.zip', { size: 12_000 })),
      onHost('files.one.example', origin.url('/b.zip', { size: 30_000 })),
      origin.url('/private.zip', { size: 5 }),
      onHost('files.one.example', picture),
      onHost('files.one.example', moved),
      origin.url('/private.png', { size: 5 }),
      onHost('files.one.example', origin.url('/large.png', { size: 30_000_000, rate: 8_000_000 })),
    ].map(url => `<a href="${url}">x</a>`);
    pageUrl = onHost('www.one.example', origin.page('/sizes', `<!doctype html><title>T</title>${anchors.join('')}`));
  },
});

/** Two by two pixels of grey. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGOor2eorwcABfoB/Sw+GpIAAAAASUVORK5CYII=',
  'base64',
);

test('sizes are asked of allowed sites, never of the own network, and added up', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await shows(chooser, '5 selected');
  await chooser.click('.choices .button');
  await shows(chooser, '7 selected');
  here.origin.forget();
  await press(chooser, 'Get sizes');
  await shows(chooser, '12 kB', '30 kB', 'at least 30 MB', '2 files were not asked for');
  assert.deepEqual(
    here.origin.requests.filter(({ path }) => path.includes('private')),
    [],
  );
  await chooser.close();
});

test('thumbnails are fetched without cookies and Referer, follow nowhere, and never the own network', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  here.origin.forget();
  await press(chooser, 'Thumbnails');
  await chooser.waitForSelector('.thumbnail');
  assert.match(await chooser.$eval('.thumbnail', image => image.getAttribute('src') ?? ''), /^data:image\/webp/);
  const asked = here.origin.requests;
  assert.deepEqual([...new Set(asked.map(({ path }) => path))].sort(), ['/large.png', '/moved.png', '/shown.png']);
  assert.equal(here.origin.requestsFor('/shown.png').length, 1, 'what moves elsewhere is not followed');
  for (const { headers } of asked) {
    assert.equal(headers['cookie'], undefined);
    assert.equal(headers['referer'], undefined);
  }
  // More than two megabytes are not worth their way.
  const large = await until(
    async () => here.origin.requestsFor('/large.png').find(({ endedBy }) => endedBy !== 'open') ?? null,
    'the large picture to be given up',
    10,
  );
  assert.equal(large.endedBy, 'client');
  await chooser.close();
});
