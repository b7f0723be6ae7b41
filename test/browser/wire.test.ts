import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'all' });

async function refusal(name: 'enqueue' | 'list' | 'control' | 'settings', ask: unknown): Promise<string> {
  const reply = await here.longhaul.reply(name, ask);
  assert.ok(!reply.ok, `${name} took ${JSON.stringify(ask)}`);
  return `${reply.error.code}: ${reply.error.message}`;
}

for (const url of [
  'javascript:alert(1)',
  'file:///etc/hostname',
  'data:text/plain,hello',
  'blob:https://example.org/0',
  'chrome://settings/',
  'view-source:https://example.org/',
  'filesystem:https://example.org/temporary/x',
]) {
  test(`${url.split(':')[0]}: links are refused, by name`, async () => {
    const said = await refusal('enqueue', { links: [{ url }] });
    assert.ok(
      said.startsWith('bad-link: ') && said.includes(url) && said.includes('http: and https: links only'),
      said,
    );
    assert.equal((await here.longhaul.items()).length, 0);
  });
}

test('one bad link in a hundred leaves the ninety-nine, and is named', async () => {
  const good = Array.from({ length: 99 }, (_, index) => ({ url: here.origin.url(`/n-${index}.txt`, { size: 10 }) }));
  const links = [...good.slice(0, 50), { url: 'file:///etc/passwd' }, ...good.slice(50)];
  const answer = await here.longhaul.ask('enqueue', { links, paused: true });
  assert.equal(answer.ids.length, 99);
  assert.equal(new Set(answer.ids).size, 99);
  assert.deepEqual(
    answer.skipped.map(({ url, code }) => [url, code]),
    [['file:///etc/passwd', 'scheme']],
  );
  const { total, items } = await here.longhaul.ask('list', { offset: 49, limit: 2 });
  assert.equal(total, 99);
  assert.deepEqual(
    items.map(({ url, status }) => [new URL(url).pathname, status]),
    [
      ['/n-49.txt', 'paused'],
      ['/n-50.txt', 'paused'],
    ],
  );
});

test('a link that is in the queue already is skipped with the reason, unless it is wanted again', async () => {
  const link = { url: here.origin.url('/n-0.txt', { size: 10 }) };
  const first = await here.longhaul.ask('enqueue', { links: [link, link] });
  assert.deepEqual(first.ids, []);
  assert.deepEqual(first.skipped.map(({ code }) => code).sort(), ['in-queue', 'twice']);
  const again = await here.longhaul.ask('enqueue', { links: [link], paused: true, again: true });
  assert.equal(again.ids.length, 1);
});

test('top and bottom move items, search and status find them, remove takes them out', async () => {
  const all = await here.longhaul.items();
  const [a, b] = all.slice(10, 12).map(item => item.id);
  await here.longhaul.ask('control', { ids: [b ?? '', a ?? ''], action: 'top' });
  const moved = await here.longhaul.items();
  assert.deepEqual(
    moved.slice(0, 2).map(item => item.id),
    [a, b],
  );
  await here.longhaul.ask('control', { ids: [a ?? ''], action: 'bottom' });
  assert.equal((await here.longhaul.items()).at(-1)?.id, a);
  assert.equal((await here.longhaul.ask('list', { search: 'N-98.TXT' })).total, 1);
  assert.equal((await here.longhaul.ask('list', { status: 'paused' })).total, 100);
  assert.deepEqual(await here.longhaul.ask('control', { ids: 'all', action: 'remove' }), { changed: 100, refused: [] });
  assert.equal((await here.longhaul.items()).length, 0);
});

test('nonsense gets an error that says what is wrong', async () => {
  assert.match(await refusal('enqueue', null), /^bad-ask: .*must be an object/);
  assert.match(await refusal('enqueue', { links: [] }), /^bad-ask: There are no links/);
  assert.match(await refusal('enqueue', { links: 'https://example.org/' }), /^bad-ask: There are no links/);
  assert.match(
    await refusal('enqueue', { links: [{ url: 'x' }] }),
    /^bad-link: .*“x” was not added.*not a web address/,
  );
  assert.match(await refusal('enqueue', { links: [{ uri: 'x' }] }), /^bad-link/);
  assert.match(await refusal('enqueue', { links: [{ url: 'https://a.b/', folder: '../up' }] }), /relative path/);
  assert.match(await refusal('enqueue', { links: [], pause: true }), /no field “pause”/);
  assert.match(await refusal('list', { limit: -1 }), /“limit” must be a whole number/);
  assert.match(await refusal('list', { status: 'asleep' }), /no status "asleep"/);
  assert.match(await refusal('control', { ids: ['nobody'], action: 'pause' }), /^unknown-item: .*“nobody”/);
  assert.match(await refusal('control', { ids: 'all', action: 'explode' }), /no action “explode”/);
  assert.match(await refusal('settings', { set: { limit: 0 } }), /^bad-setting: .*“limit”.*from 1 to 16/);
  assert.match(await refusal('settings', { set: { colour: 'red' } }), /no setting “colour”/);
  assert.match(await refusal('list', []), /must be an object/);
});

test('settings are changed together or not at all, and are kept', async () => {
  for (const set of [
    { limit: 2, attempts: -1 },
    { limit: 2, hold: 1 },
    { windows: [{ days: [7], from: 0, to: 1 }] },
    { x: 1 },
  ])
    await refusal('settings', { set });
  assert.deepEqual(await here.longhaul.ask('settings', {}), DEFAULT_SETTINGS);
  const windows = [{ days: [1, 2], from: 1_320, to: 360 }];
  const set = { limit: 2, hostDelay: 3, windows };
  assert.deepEqual(await here.longhaul.ask('settings', { set }), { ...DEFAULT_SETTINGS, ...set });
  await here.longhaul.killWorker();
  assert.deepEqual(await here.longhaul.ask('settings', {}), { ...DEFAULT_SETTINGS, ...set });
});

test('a mask is shown at work, and what is wrong with it in words', async () => {
  const good = await here.longhaul.ask('preview-mask', {
    mask: '*domain*/*date*/*title.flat* *index.00*',
    sample: { url: 'https://cdn.example.co.uk/a/b.pdf', title: 'One: A/B', index: 3 },
  });
  assert.match(good.path ?? '', /^example\.co\.uk\/20\d\d-\d\d-\d\d\/One- A-B 03\.pdf$/);
  const bad = await here.longhaul.ask('preview-mask', { mask: 'x/*nmae*' });
  assert.deepEqual(bad, {
    path: null,
    problem: { at: 2, length: 6, message: 'There is no field “*nmae*”. Did you mean *name*?' },
    fields: good.fields,
  });
  const unknown = await here.longhaul.ask('preview-mask', { mask: '*x*' });
  assert.match(unknown.problem?.message ?? '', /no field “\*x\*”. There are: name, ext, host, .*, type\./);
});

test('a content script, which a page may have taken over, can command nothing', async () => {
  const page = await here.longhaul.chromium.browser.newPage();
  await page.goto(here.origin.page('/hostile.html', '<title>Hostile</title>'));
  const own = await here.longhaul.page('chooser.html');
  // As text: the test runner's compiler would put a helper of its own into the function.
  const reply = await own.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: '*://127.0.0.1/hostile.html' });
    const [outcome] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: () =>
        chrome.runtime.sendMessage({ to: 'worker', name: 'enqueue', ask: { links: [{ url: 'https://evil.test/' }] } }),
    });
    return outcome.result;
  })()`);
  assert.deepEqual(reply, {
    ok: false,
    error: { code: 'forbidden', message: 'Only pages of Longhaul may send this message.' },
  });
  assert.equal((await here.longhaul.items()).length, 0);
});
