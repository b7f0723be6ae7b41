import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { failedOutcome, outcomeOf } from '../../scripts/start/outcome.mjs';
import type { ListedItem } from '../../src/messages/listing.ts';

const url = 'https://a.test/x';
const sha256 = createHash('sha256').update('12345').digest('hex');
let folder = '';
let path = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longhaul-outcome-'));
  path = join(folder, 'out', 'a file.txt');
  await mkdir(join(folder, 'out'));
  await writeFile(path, '12345');
  await writeFile(join(folder, 'outside.txt'), '12345');
});
after(() => rm(folder, { recursive: true }));

function outcome(item: Partial<ListedItem>) {
  const done: Partial<ListedItem> = {
    status: 'done',
    carrier: 'background-fetch',
    bytes: 5,
    total: 5,
    path,
    error: null,
  };
  return outcomeOf(url, { ...done, ...item } as ListedItem, join(folder, 'out'));
}

test('a whole file is told with its size, its hash and its place', async () => {
  assert.deepEqual(await outcome({}), { isDone: true, line: `done  background-fetch  5  ${sha256}  ${path}` });
});

const lies = {
  'a size that is not the file’s': { bytes: 6 },
  'a file that is not there': { path: '/nowhere/at/all' },
  'no place': { path: null },
} satisfies Record<string, Partial<ListedItem>>;
for (const [what, item] of Object.entries(lies)) {
  test(`done with ${what} is not believed`, async () => {
    const { isDone, line } = await outcome(item);
    assert.equal(isDone, false);
    assert.match(line, /^failed {2}background-fetch {2}- {2}- {2}https:\/\/a\.test\/x: ./);
  });
}

test('done with a file outside of the folder is not believed', async () => {
  assert.equal((await outcome({ path: join(folder, 'outside.txt') })).isDone, false);
});

test('a failure is told in one line', async () => {
  const error = { code: 'http', message: 'It is\ngone.' };
  assert.deepEqual(await outcome({ status: 'failed', carrier: null, path: null, error }), {
    isDone: false,
    line: `failed  -  -  -  ${url}: It is gone.`,
  });
  assert.deepEqual(failedOutcome(url, 'Refused.'), { isDone: false, line: `failed  -  -  -  ${url}: Refused.` });
});

test('what has not ended is a failure too, and says how far it came', async () => {
  const { isDone, line } = await outcome({ status: 'running', path: null, bytes: 3 });
  assert.equal(isDone, false);
  assert.match(line, /^failed .*still running.*3 of 5 bytes/);
});
