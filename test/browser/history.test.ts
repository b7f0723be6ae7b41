import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { until } from './harness.ts';
import { setting } from './setting.ts';

const here = setting({ grants: 'none' });
const SIZE = 500;

const urlOf = (name: string): string => here.origin.url(`/${name}.txt`, { size: SIZE, type: 'text/plain' });

test('the history is found by page, folder and time, and listed by its end', async () => {
  const { longhaul } = here;
  await longhaul.enqueue(
    { url: urlOf('one'), referrer: 'https://lectures.test/list', folder: 'winter' },
    { url: urlOf('two'), referrer: 'https://podcasts.test/', folder: 'summer' },
    { url: here.origin.url('/three.txt', { status: 404 }) },
  );
  const items = await longhaul.ended();
  assert.deepEqual(
    items.map(({ status }) => status),
    ['done', 'done', 'failed'],
  );
  const found = async (ask: object): Promise<readonly string[]> =>
    (await longhaul.ask('list', { byEnd: true, newestFirst: true, ...ask })).items.map(
      ({ url }) => new URL(url).pathname,
    );
  assert.deepEqual(await found({ search: 'lectures' }), ['/one.txt']);
  assert.deepEqual(await found({ search: 'summer two' }), ['/two.txt']);
  assert.deepEqual(await found({ status: 'failed' }), ['/three.txt']);
  assert.deepEqual(await found({ until: Date.now() - 3_600_000 }), []);
  assert.equal((await found({ since: Date.now() - 3_600_000 })).length, 3);
  const refused = await longhaul.reply('list', { byEnd: true, status: 'queued' });
  assert.equal(refused.ok, false);
});

test('it is cleared by site and by kind, the files stay, and an undo brings it back', async () => {
  const { longhaul } = here;
  const items = await longhaul.items();
  assert.equal((await longhaul.ask('clear-history', { site: 'podcasts.test' })).changed, 1);
  assert.equal((await longhaul.ask('clear-history', { statuses: ['failed'] })).changed, 1);
  assert.equal((await longhaul.ask('clear-history', { olderThan: 1 })).changed, 0);
  assert.deepEqual(
    (await longhaul.items()).map(({ url }) => new URL(url).pathname),
    ['/one.txt'],
  );
  for (const { path } of items) if (path !== null) assert.ok(existsSync(path));
  assert.equal((await longhaul.ask('undo', {})).restored, 1);
  assert.equal((await longhaul.items()).length, 2);
});

test('what is more than is to be remembered is forgotten, the oldest first', async () => {
  const { longhaul } = here;
  await longhaul.ask('settings', { set: { historyItems: 10, limit: 1 } });
  const links = Array.from({ length: 12 }, (_, index) => ({ url: urlOf(`more-${index}`) }));
  const ids = await longhaul.enqueue(...links);
  await until(async () => {
    const { total } = await longhaul.ask('list', { status: ['done', 'failed'] });
    const { counts } = await longhaul.ask('summary', {});
    return total === 10 && counts.queued + counts.starting + counts.running === 0;
  }, 'the history to be ten items');
  const left = new Set((await longhaul.items()).map(({ id }) => id));
  assert.deepEqual(
    ids.filter(id => !left.has(id)),
    ids.slice(0, 2),
  );
});
