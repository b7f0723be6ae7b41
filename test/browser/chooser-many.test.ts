import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill, openChooser, press } from './chooser-page.ts';
import { shows } from './popup-page.ts';
import { setting } from './setting.ts';

const COUNT = 20_000;
let pageUrl: string;
const here = setting({
  grants: 'all',
  prepare({ origin }) {
    const rows = Array.from({ length: COUNT }, (_, n) => `<a href="/many/survey-${n}.zip?size=1">Survey ${n}</a>`);
    pageUrl = origin.page('/many', `<!doctype html><title>Many</title>${rows.join('\n')}`);
  },
});

test('twenty thousand links are scrolled, filtered and chosen in without a wait, and few of them are rendered', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await shows(chooser, '20,000 links', 'Send 20,000 to Longhaul');
  await chooser.$eval('.link-view', view => view.scrollTo(0, view.scrollHeight));
  await chooser.waitForFunction(() => document.body.innerText.includes('survey-19999.zip'));
  assert.ok((await chooser.$$('.link-row')).length < 100);

  await fill(chooser, 'Only', '/survey-1[0-9]+7[.]zip/');
  await shows(chooser, '1,110 of 20,000 links shown');
  await chooser.close();
});

test('a sending of many can be stopped; what was taken is marked, and the rest stays selected', async () => {
  const chooser = await openChooser(here.longhaul, pageUrl);
  await fill(chooser, 'Folder', 'many');
  await press(chooser, 'Start paused');
  await press(chooser, 'Send 20,000');
  await chooser.waitForFunction(() => /Sending [1-9],000 of 20,000/.test(document.body.innerText));
  await press(chooser, 'Stop');
  await chooser.waitForSelector('.result');
  const { counts } = await here.longhaul.ask('summary', {});
  assert.ok(counts.paused >= 1_000 && counts.paused < COUNT, `${counts.paused}`);
  const left = new Intl.NumberFormat('en').format(COUNT - counts.paused);
  await shows(chooser, `${left} links were not sent: you stopped it. They are still selected.`);
  await press(chooser, 'Back to the links');
  await shows(chooser, `Send ${left} to Longhaul`);
  await chooser.close();
});
