import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeRule } from '../core/rules/make-rule.ts';
import { fill, NAMED_HOSTS, onHost, openChooser, press, showsLinks } from './chooser-page.ts';
import { shows, violations } from './popup-page.ts';
import { setting } from './setting.ts';

let pageUrl: string;
const here = setting({
  grants: 'all',
  args: NAMED_HOSTS,
  prepare({ origin }) {
    const file = (host: string, name: string): string =>
      `<a href="${onHost(host, origin.url(`/${name}`, { size: 10 }))}">${name}</a>`;
    const html = [
      file('a.example', 'one.pdf'),
      file('a.example', 'two.zip'),
      file('b.example', 'three.pdf'),
      file('b.example', 'four.html'),
      file('b.example', 'thumb-five.png'),
    ];
    pageUrl = onHost('a.example', origin.page('/list', `<!doctype html><title>A list</title>${html.join('')}`));
  },
});

test('kinds, hosts, patterns and words narrow the list together; what they hide is not sent', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await showsLinks(chooser, '+ one.pdf', '+ two.zip', '+ three.pdf', '- four.html', '+ thumb-five.png');

  await press(chooser, 'Documents');
  await showsLinks(chooser, '+ one.pdf', '+ three.pdf');
  await press(chooser, 'Archives');
  await showsLinks(chooser, '+ one.pdf', '+ two.zip', '+ three.pdf');
  await shows(chooser, '3 selected · 1 selected link is hidden by the filter and is not sent', 'Send 3 to Longhaul');

  await press(chooser, 'hosts');
  await press(chooser, 'b.example');
  await showsLinks(chooser, '+ three.pdf');
  assert.deepEqual(await violations(chooser), []);
  await press(chooser, 'All hosts');
  await chooser.focus('.hosts-panel input');
  await chooser.keyboard.press('Escape');
  await chooser.waitForFunction(() => document.activeElement?.matches('.hosts:not([open]) summary') ?? false);
  await press(chooser, 'All 5');

  await fill(chooser, 'Only', '*.pdf /wrong');
  await showsLinks(chooser, '+ one.pdf', '+ three.pdf');
  await fill(chooser, 'Only', '/^(one|thumb)/');
  await showsLinks(chooser, '+ one.pdf', '+ thumb-five.png');
  await fill(chooser, 'Not', 'thumb');
  await showsLinks(chooser, '+ one.pdf');

  await press(chooser, 'Send 1');
  await chooser.waitForSelector('.result');
  assert.deepEqual(
    (await here.longhaul.items()).map(({ url }) => new URL(url).pathname),
    ['/one.pdf'],
  );
  await chooser.close();
});

test('a pattern that cannot be read says so at its field, and nothing is sent by it', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await press(chooser, 'Forget it');
  await fill(chooser, 'Only', '/(one/');
  await shows(chooser, 'The regular expression cannot be read here: (one');
  const field = await chooser.$('[aria-invalid="true"]');
  const described = await field?.evaluate(
    element => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
  );
  assert.match(described ?? '', /cannot be read/);
  assert.equal(await chooser.$eval('.button-main', button => button.hasAttribute('disabled')), true);
  assert.deepEqual(await violations(chooser), []);
  await chooser.close();
});

test('where nothing fits, one button shows all again', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await fill(chooser, 'Only', 'nothing-has-this');
  await shows(chooser, 'No link fits the filter.', '0 of 5 links shown');
  await press(chooser, 'Show all links');
  await shows(chooser, '5 links');
  await chooser.close();
});

test('the mask and the folder are shown at work on a file, and what is wrong with them at its place', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await fill(chooser, 'Folder', 'papers');
  await fill(chooser, 'Name', '*page.domain*/*name*');
  await shows(chooser, 'Saved as papers/a.example/two.zip');
  await fill(chooser, 'Name', '*page.domain*/*nam*');
  await shows(chooser, 'There is no field “*nam*”.');
  assert.equal(await chooser.$eval('.field-problem mark', mark => mark.textContent), '*nam*');
  await fill(chooser, 'Name', '');
  await fill(chooser, 'Folder', '../up');
  await shows(chooser, 'The folder must be a relative path');
  assert.equal(await chooser.$eval('.button-main', button => button.hasAttribute('disabled')), true);
  await chooser.close();
});

test('which of the rules decides about the link that is pointed at is said', async () => {
  const rule = makeRule('papers', { url: '*.pdf*' }, { title: 'Papers <b>&</b> more' });
  await here.longhaul.ask('rules', { set: [rule] });
  const chooser = await openChooser(here.longhaul, pageUrl);
  await shows(chooser, 'No rule decides about two.zip.');
  await chooser.click('.link-row input[data-position="2"]');
  await shows(chooser, 'Your rule “Papers <b>&</b> more” decides about three.pdf.');
  await chooser.close();
});

test('pictures behind the elements of the page are added when they are asked for', async () => {
  const picture = onHost('a.example', here.origin.url('/behind.png', { size: 10 }));
  const html = `<!doctype html><title>A list</title><a href="/file.zip">file</a><p style="background: url(${picture})">p</p>`;
  const chooser = await openChooser(here.longhaul, onHost('a.example', here.origin.page('/behind', html)));
  await showsLinks(chooser, '+ file.zip');
  await press(chooser, 'Backgrounds');
  await showsLinks(chooser, '+ file.zip', '- behind.png');
  assert.equal(await chooser.$('.chip-add'), null);
  assert.deepEqual(await violations(chooser), []);
  await chooser.close();
});
