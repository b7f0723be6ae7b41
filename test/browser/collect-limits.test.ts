import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GRANTS, lines, openHtml, readLinks } from './links-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: GRANTS });

test('of 20 010 links 20 000 are read, and the others counted', async () => {
  const html = Array.from({ length: 20_010 }, (_, place) => `<a href="${place}.zip">${place}</a> `).join('');
  const page = await openHtml(here, '/many/page.html', html);
  const { links, leftOut } = await readLinks(here, page);
  assert.deepEqual([links.length, leftOut], [20_000, 10]);
  assert.ok(links.at(-1)?.url.endsWith('/many/19999.zip'));
  await page.close();
});

test('a page that nests 20 000 links deep is read', async () => {
  const page = await openHtml(here, '/deep/page.html', '');
  await page.evaluate(() => {
    // Laid out, it would be more than Chromium itself can bear.
    document.body.hidden = true;
    let place: Element = document.body;
    for (let depth = 0; depth < 20_000; depth += 1) {
      const link = document.createElement('a');
      link.setAttribute('href', String(depth));
      place.append(link);
      place = link;
    }
  });
  const { links } = await readLinks(here, page);
  assert.equal(links.length, 20_000);
  await page.evaluate(() => document.body.replaceChildren());
  await page.close();
});

test('a page that has put its own in the place of what we call is read all the same', async () => {
  const page = await openHtml(
    here,
    '/own/page.html',
    `<a href="a.zip">A</a> https://a.test/x <script>
      const lie = () => { throw new Error('called'); };
      for (const { prototype } of [Array, String, Map, Set, RegExp, Document, Element, Node])
        for (const key of Object.getOwnPropertyNames(prototype))
          if (key !== 'constructor') try { Object.defineProperty(prototype, key, { get: lie }); } catch {}
    </script>`,
  );
  assert.deepEqual(lines(here, (await readLinks(here, page)).links), ['link /own/a.zip A', 'text https://a.test/x']);
  await page.close();
});

test('a page that changes all the time is read', async () => {
  const page = await openHtml(
    here,
    '/flood/page.html',
    `<a href="a.zip">A</a><div></div><script>
      const flood = () => {
        for (let n = 0; n < 200; n += 1) document.querySelector('div').append(document.createElement('b'));
        if (document.querySelectorAll('b').length > 5000) document.querySelector('div').replaceChildren();
      };
      new MutationObserver(() => setTimeout(flood)).observe(document, { childList: true, subtree: true });
      flood();
    </script>`,
  );
  assert.deepEqual(lines(here, (await readLinks(here, page)).links), ['link /flood/a.zip A']);
  await page.close();
});
