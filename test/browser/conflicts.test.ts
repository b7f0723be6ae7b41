import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ListedItem } from '../../src/messages/listing.ts';
import type { LinkAsk } from '../../src/messages/protocol.ts';
import { sha256OfFile, sha256OfUrl, until } from './harness.ts';
import { setting } from './setting.ts';

const SIZE = 2_000_000;
const OTHER_SIZE = 1_500_000;
/** Without access only the browser learns the name, when the download has begun. */
const GRANTS = ['none', 'all'] as const;

for (const grants of GRANTS) {
  const here = setting({ grants });

  let count = 0;
  /** Each time another URL of a file of that name. */
  const urlOf = (path: string, size = SIZE): string =>
    here.origin.url(path, { size, type: 'text/plain', rate: 4_000_000, tag: `${(count += 1)}` });

  const itemOf = async (url: string, link: Partial<LinkAsk>, isThere: (item: ListedItem) => boolean) => {
    const [id] = await here.longhaul.enqueue({ url, ...link });
    assert.ok(id !== undefined);
    return until(async () => {
      const item = (await here.longhaul.items()).find(each => each.id === id);
      return item !== undefined && isThere(item) ? item : null;
    }, `${url} to get there`);
  };
  const ended = (item: ListedItem): boolean => ['done', 'failed', 'cancelled'].includes(item.status);
  const asking = (item: ListedItem): boolean => item.clash !== null;
  const filesIn = (folder: string): readonly string[] => {
    const path = join(here.longhaul.downloads, folder);
    return existsSync(path) ? readdirSync(path).sort() : [];
  };
  const settle = (id: string, conflict: 'rename' | 'overwrite' | 'skip') =>
    here.longhaul.ask('control', { ids: [id], action: 'settle', conflict });

  test(`${grants}: skip, where the file of that name and size is there`, async () => {
    const link = { folder: `skip-${grants}`, conflict: 'skip' } as const;
    const first = await itemOf(urlOf('/same.txt'), link, ended);
    assert.equal(first.status, 'done');
    const again = await itemOf(urlOf('/same.txt', SIZE), link, ended);
    assert.deepEqual([again.status, again.error?.code], ['cancelled', 'had-it']);
    const other = await itemOf(urlOf('/same.txt', OTHER_SIZE), link, ended);
    assert.equal(other.status, 'done');
    assert.deepEqual(filesIn(link.folder), ['same (2).txt', 'same.txt']);
  });

  test(`${grants}: overwrite, where the user says so of the link`, async () => {
    const link = { folder: `over-${grants}`, conflict: 'overwrite' } as const;
    await itemOf(urlOf('/over.txt'), link, ended);
    const newer = urlOf('/over.txt', OTHER_SIZE);
    const item = await itemOf(newer, link, ended);
    assert.deepEqual(filesIn(link.folder), ['over.txt']);
    assert.equal(sha256OfFile(item.path ?? ''), sha256OfUrl(newer, OTHER_SIZE));
  });

  for (const [how, files] of [
    ['rename', ['ask (2).txt', 'ask.txt']],
    ['overwrite', ['ask.txt']],
    ['skip', ['ask.txt']],
  ] as const) {
    test(`${grants}: ask, and the user says ${how}`, async () => {
      const link = { folder: `ask-${grants}-${how}`, conflict: 'ask' } as const;
      const old = urlOf('/ask.txt');
      const before = await itemOf(old, link, ended);
      const newer = urlOf('/ask.txt', OTHER_SIZE);
      const item = await itemOf(newer, link, asking);
      assert.deepEqual(
        [item.status, item.clash?.path, item.clash?.bytes, item.clash?.newBytes],
        ['paused', before.path, SIZE, OTHER_SIZE],
      );
      assert.ok(Math.abs((item.clash?.at ?? 0) - Date.now()) < 60_000);
      const resumed = await here.longhaul.ask('control', { ids: [item.id], action: 'resume' });
      assert.deepEqual([resumed.changed, resumed.refused.length], [0, 1]);

      assert.equal((await settle(item.id, how)).changed, 1);
      const end = await until(async () => {
        const found = (await here.longhaul.items()).find(each => each.id === item.id);
        return found !== undefined && ended(found) ? found : null;
      }, 'its end');
      assert.equal(end.status, how === 'skip' ? 'cancelled' : 'done', end.error?.message);
      assert.deepEqual(filesIn(link.folder), files);
      const kept = how === 'overwrite' ? sha256OfUrl(newer, OTHER_SIZE) : sha256OfUrl(old, SIZE);
      assert.equal(sha256OfFile(before.path ?? ''), kept);
      if (how === 'rename') assert.equal(sha256OfFile(end.path ?? ''), sha256OfUrl(newer, OTHER_SIZE));
    });
  }

  for (const how of ['overwrite', 'skip'] as const) {
    test(`${grants}: ask, of a file that was here before it could be held, and the user says ${how}`, async () => {
      const link = { folder: `whole-${grants}-${how}`, conflict: 'ask' } as const;
      const old = here.origin.url('/whole.txt', { size: 1_000, tag: `${how}-old` });
      const newer = here.origin.url('/whole.txt', { size: 900, tag: `${how}-new` });
      await itemOf(old, link, ended);
      const item = await itemOf(newer, link, asking);
      await settle(item.id, how);
      await until(async () => {
        const found = (await here.longhaul.items()).find(each => each.id === item.id);
        return found !== undefined && ended(found) && filesIn(link.folder).length === 1;
      }, 'one file to be left');
      const kept = how === 'overwrite' ? sha256OfUrl(newer, 900) : sha256OfUrl(old, 1_000);
      assert.equal(sha256OfFile(join(here.longhaul.downloads, link.folder, 'whole.txt')), kept);
    });
  }

  test(`${grants}: a file that somebody has deleted is in nobody's way`, async () => {
    const link = { folder: `gone-${grants}`, conflict: 'ask' } as const;
    const before = await itemOf(urlOf('/gone.txt'), link, ended);
    rmSync(before.path ?? '');
    await until(
      async () => (await here.longhaul.items()).find(({ id }) => id === before.id)?.isMissing,
      'its loss to be noticed',
    );
    const item = await itemOf(urlOf('/gone.txt', OTHER_SIZE), link, each => ended(each) || asking(each));
    assert.deepEqual([item.status, item.clash], ['done', null]);
    assert.deepEqual(filesIn(link.folder), ['gone.txt']);
  });
}
