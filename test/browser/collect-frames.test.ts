import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, GRANTS, lines, openHtml, readLinks } from './links-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: GRANTS });

test('frames are read where their site is granted, and counted where it is not', async () => {
  for (const name of ['same', 'granted', 'other'])
    here.origin.page(`/${name}.html`, `<a href="shared.zip">${name}</a><a href="${name}.zip">${name}</a>`);
  const page = await openHtml(
    here,
    '/frames.html',
    `<a href="own.zip">own</a><a href="shared.zip">shared</a><iframe src="/same.html"></iframe>
      <iframe src="${at(here, 'granted.localhost', '/granted.html')}"></iframe>
      <iframe src="${at(here, 'other.localhost', '/other.html')}"></iframe>
      <div><template shadowrootmode="open"><iframe src="/same.html?again"></iframe></template></div>
      <iframe srcdoc="<a href='written.zip'>written</a>"></iframe>`,
  );
  const { links, unreadFrames } = await readLinks(here, page);
  const url = page.url();
  await page.close();
  const granted = at(here, 'granted.localhost', '');
  assert.deepEqual(
    lines(here, links).sort(),
    [
      `link ${granted}/granted.zip granted`,
      `link ${granted}/shared.zip granted`,
      'link /own.zip own',
      'link /same.zip same',
      'link /shared.zip shared',
      'link /written.zip written',
    ].sort(),
  );
  const pageOf = (name: string): string | undefined => links.find(link => link.url.endsWith(name))?.page;
  assert.equal(pageOf('granted.zip'), `${granted}/granted.html`);
  assert.equal(pageOf('/same.zip')?.startsWith(here.origin.url('/same.html').split('?')[0] ?? ''), true);
  assert.equal(pageOf('/written.zip'), url);
  assert.equal(unreadFrames, 1);
});

test('a page without frames has none that could not be read', async () => {
  const page = await openHtml(here, '/plain.html', '<a href="a">A</a><object data="/same.html"></object>');
  assert.equal((await readLinks(here, page)).unreadFrames, 0);
  await page.close();
});
