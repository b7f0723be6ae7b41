import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageLinks } from '../../src/messages/protocol.ts';
import { makeLink } from '../core/links/make-link.ts';
import { NAMED_HOSTS, onHost, openChooser, openChooserOf, openTab, press, showsLinks } from './chooser-page.ts';
import { shows } from './popup-page.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all', args: NAMED_HOSTS });

function page(path: string, title: string, ...anchors: string[]): string {
  const html = `<!doctype html><meta charset="utf-8"><title>${title}</title>${anchors.join('\n')}`;
  return onHost('www.one.example', here.origin.page(path, html));
}
const file = (name: string): string => onHost('files.one.example', here.origin.url(`/${name}`, { size: 10 }));

test('what is in the queue or was downloaded is marked, and not selected by itself', async () => {
  await here.longhaul.enqueue({ url: file('done.zip') });
  await here.longhaul.ended();
  await here.longhaul.ask('enqueue', { links: [{ url: file('waits.zip') }], paused: true });
  const names = ['done.zip', 'waits.zip', 'new.zip'];
  const chooser = await openChooser(
    here.longhaul,
    page('/known', 'Known', ...names.map(name => `<a href="${file(name)}">${name}</a>`)),
  );
  await showsLinks(chooser, '- done.zip', '- waits.zip', '+ new.zip');
  const marks = await chooser.$$eval('.link-row', rows =>
    rows.map(row => row.querySelector('.link-mark')?.textContent),
  );
  assert.deepEqual(marks, ['downloaded', 'in the queue', null]);
  await chooser.close();
});

test('what the queue has passed over is sent again on request, though its address had a sign-in', async () => {
  await here.longhaul.ask('enqueue', { links: [{ url: file('known.zip') }], paused: true });
  const withSignIn = file('known.zip').replace('://', '://me:secret@');
  const chooser = await openChooser(here.longhaul, page('/again', 'Again', `<a href="${withSignIn}">x</a>`));
  await showsLinks(chooser, '- known.zip');
  await chooser.waitForSelector('.link-mark');
  await chooser.click('.link-row input');
  await chooser.click('.button-main');
  await shows(chooser, 'It is in the queue already.');
  await press(chooser, 'Add anyway');
  await shows(chooser, '1 added');
  assert.equal((await here.longhaul.items()).filter(({ url }) => url === file('known.zip')).length, 2);
  await chooser.close();
});

test('a page of the internet does not get addresses of the own network selected', async () => {
  const own = [
    'http://192.168.1.1/a.zip',
    'http://localhost:631/b.zip',
    'http://[fe80::1]/c.zip',
    here.origin.url('/d.zip', { size: 1 }),
  ];
  const anchors = [file('e.zip'), ...own].map(url => `<a href="${url}">x</a>`);
  const chooser = await openChooser(here.longhaul, page('/private', 'Router', ...anchors));
  await showsLinks(chooser, '+ e.zip', '- a.zip', '- b.zip', '- c.zip', '- d.zip');
  assert.equal((await chooser.$$('.link-mark-bad')).length, own.length);
  await chooser.close();
});

test('nothing that a page says becomes markup, and what hides in a name is shown', async () => {
  const evil = '&lt;img src=x onerror=document.title=1&gt;&lt;/bdi&gt;';
  const chooser = await openChooser(
    here.longhaul,
    page(
      '/evil',
      `${evil}\u202E title`,
      `<a href="${file('a.zip')}" download="\u202Egpj.exe">${evil}\u200B</a>`,
      `<a href="${file('%3Cscript%3E.zip')}">b</a>`,
    ),
  );
  await showsLinks(chooser, '+ \uFFFDgpj.exe', '+ <script>.zip');
  assert.match(await chooser.$eval('h1', heading => heading.textContent ?? ''), /^<img src=x .*\uFFFD title$/);
  assert.equal(await chooser.$('img, .link-row script'), null);
  assert.notEqual(await chooser.title(), '1');
  await chooser.close();
});

test('several tabs are shown together; one that cannot be read is told, and keeps none from being shown', async () => {
  const one = page('/tab-1', 'One', `<a href="${file('x.zip')}">x</a> <a href="${file('y.zip')}">y</a>`);
  const two = page('/tab-2', 'Two', `<a href="${file('y.zip')}">y</a> <a href="${file('z.zip')}">z</a>`);
  const ids = [await openTab(here.longhaul, one), await openTab(here.longhaul, two)];
  const chooser = await openChooserOf(here.longhaul, `tabs=${ids.join(',')},999999`);
  await showsLinks(chooser, '+ x.zip', '+ y.zip', '+ z.zip');
  await shows(
    chooser,
    'Links of 2 pages',
    '1 page could not be read: The browser does not let Longhaul read this page.',
  );
  await chooser.click('.button-main');
  await chooser.waitForSelector('.result');
  const items = await here.longhaul.items();
  const referrerOf = (url: string): string | null => items.find(item => item.url === url)?.referrer ?? null;
  assert.deepEqual([referrerOf(file('y.zip')), referrerOf(file('z.zip'))], [one, two]);
  await chooser.close();
});

test('links of a basket are shown, and what was left out of them is told', async () => {
  const offered: PageLinks[] = [
    {
      title: 'One',
      url: 'https://one.example/',
      links: [makeLink({ url: 'https://a.example/x.zip' })],
      leftOut: 2,
      unusable: 12,
      unreadFrames: 1,
    },
    {
      title: 'Two',
      url: 'https://two.example/',
      links: [makeLink({ url: 'https://a.example/y.zip' })],
      leftOut: 0,
      unusable: 0,
      unreadFrames: 1,
    },
  ];
  const chooser = await here.longhaul.chromium.browser.newPage();
  // Stands for the worker and for a page that no test could serve.
  await chooser.evaluateOnNewDocument(pages => {
    type Ask = (message: { name: string; ask: { basket?: string } }) => Promise<unknown>;
    for (const name of ['chrome', 'browser']) {
      const runtime: { sendMessage: Ask } | undefined = Reflect.get(globalThis, name)?.runtime;
      if (runtime === undefined) continue;
      const ask = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = async message =>
        message.name === 'read-basket' && message.ask.basket === 'b-1' ? { ok: true, answer: { pages } } : ask(message);
    }
  }, offered);
  await chooser.goto(here.longhaul.chromium.url('chooser.html?basket=b-1'));
  await showsLinks(chooser, '+ x.zip', '+ y.zip');
  await shows(
    chooser,
    'Links of 2 pages',
    '2 more links were left out',
    '12 addresses were left out: they are not of the web.',
    '2 frames were not read: they belong to sites that Longhaul may not read.',
  );
  await chooser.close();
});

test('an address that names nothing says what to do', async () => {
  const chooser = await here.longhaul.page('chooser.html?tabs=x');
  await shows(chooser, 'No page was named to read.');
  await chooser.close();
});
