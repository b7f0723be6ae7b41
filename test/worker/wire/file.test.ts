import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { Refusal } from '../../../src/messages/refusal.ts';
import { World } from '../../fakes/world.ts';

type Name = 'show-file' | 'delete-file';
const NAMES: readonly Name[] = ['show-file', 'delete-file'];

const URL_OF_IT = 'https://files.test/report.pdf';
const PATH = '/downloads/report.pdf';

async function worldWithFile(url = URL_OF_IT): Promise<World> {
  const world = new World();
  await world.insist('enqueue', { links: [{ url }] });
  await world.runToRest();
  assert.equal((await itemOf(world)).status, 'done');
  return world;
}

async function itemOf(world: World): Promise<ListedItem> {
  const { answer } = await world.insist('list', {});
  const [item] = (answer as { items: ListedItem[] }).items;
  assert.ok(item !== undefined);
  return item;
}

function ask(world: World, name: Name, what: unknown): Promise<unknown> {
  return world.worker().handlers[name](what, {});
}

/** The code and the sentence of the refusal; a promise that is kept fails. */
async function refusal(world: World, name: Name, what: unknown): Promise<string> {
  const outcome = await ask(world, name, what).catch((error: unknown) => error);
  assert.ok(outcome instanceof Refusal, `${name} did it: ${JSON.stringify(outcome)}`);
  return `${outcome.code}: ${outcome.message}`;
}

test('a file is shown by the browser’s number, which the list tells', async () => {
  const world = await worldWithFile();
  const { id, downloadId } = await itemOf(world);
  assert.deepEqual(await ask(world, 'show-file', { id }), {});
  assert.deepEqual(world.browser.downloads.folder.shown, [downloadId]);
});

test('a deleted file is missing from then on, also where the browser has forgotten it, until it is there again', async () => {
  const world = await worldWithFile();
  const { id, log } = await itemOf(world);
  assert.deepEqual(await ask(world, 'delete-file', { id }), {});
  assert.equal(world.browser.downloads.files[0]?.isGone, true);
  const after = await itemOf(world);
  assert.deepEqual([after.status, after.isMissing, after.downloadId], ['done', true, null]);
  assert.deepEqual(
    after.log.slice(log.length).map(({ what }) => what),
    ['file-deleted'],
  );

  world.browser.downloads.files.length = 0;
  assert.equal((await itemOf(world)).isMissing, true);
  assert.match(await refusal(world, 'show-file', { id }), /^file-gone: /);

  await world.insist('control', { ids: [id], action: 'retry' });
  await world.runToRest();
  const again = await itemOf(world);
  assert.deepEqual([again.status, again.isMissing], ['done', false]);
  assert.notEqual(again.downloadId, null);
  assert.deepEqual(await ask(world, 'show-file', { id }), {});
  // That the one before was deleted says nothing of this one.
  world.browser.downloads.files.length = 0;
  assert.equal((await itemOf(world)).isMissing, false);
});

describe('nothing is shown or deleted', () => {
  for (const name of NAMES) {
    test(`${name}: of an item that is not known, or not done`, async () => {
      const world = new World();
      const { answer } = await world.insist('enqueue', { links: [{ url: URL_OF_IT }], paused: true });
      const [id = ''] = (answer as { ids: string[] }).ids;
      assert.equal(await refusal(world, name, { id }), 'no-file: file_none');
      assert.equal(await refusal(world, name, { id: 'other' }), 'unknown-item: control_unknownItem other');
      assert.match(await refusal(world, name, {}), /^unknown-item: /);
      assert.match(await refusal(world, name, { id, path: '/etc' }), /^bad-ask: /);
      assert.match(await refusal(world, name, { id: 7 }), /^bad-ask: /);
    });

    test(`${name}: where the browser’s list has forgotten the file`, async () => {
      const world = await worldWithFile();
      const { id } = await itemOf(world);
      world.browser.downloads.files.length = 0;
      assert.equal(await refusal(world, name, { id }), `file-unknown: file_unknown ${PATH}`);
      const { isMissing, downloadId } = await itemOf(world);
      assert.deepEqual([isMissing, downloadId], [false, null]);
    });

    for (const [what, stranger] of [
      ['path', { path: '/downloads/theirs.pdf' }],
      ['size', { bytes: 7 }],
    ] as const) {
      test(`${name}: where the browser’s number is now another file’s, told by its ${what}`, async () => {
        const world = await worldWithFile();
        const { id } = await itemOf(world);
        const [file] = world.browser.downloads.files;
        assert.ok(file !== undefined);
        world.browser.downloads.files[0] = { ...file, ...stranger };
        assert.equal(await refusal(world, name, { id }), `file-unknown: file_unknown ${PATH}`);
        assert.equal(world.browser.downloads.files[0]?.isGone, false);
        assert.deepEqual(world.browser.downloads.folder.shown, []);
        assert.equal((await itemOf(world)).downloadId, null);
      });
    }

    test(`${name}: where the file is gone already`, async () => {
      const world = await worldWithFile();
      const { id } = await itemOf(world);
      const [file] = world.browser.downloads.files;
      assert.ok(file !== undefined);
      file.isGone = true;
      assert.equal(await refusal(world, name, { id }), `file-gone: file_gone ${PATH}`);
      assert.deepEqual(world.browser.downloads.folder.shown, []);
    });
  }

  test('delete-file: where another download was saved in its place', async () => {
    const world = await worldWithFile();
    const { id, path } = await itemOf(world);
    const { files } = world.browser.downloads;
    files.push({ id: 999, url: 'https://other.test/', path: path ?? '', bytes: 5, isGone: false });
    assert.equal(await refusal(world, 'delete-file', { id }), `file-replaced: file_replaced ${PATH}`);
    assert.deepEqual(
      files.map(({ isGone }) => isGone),
      [false, false],
    );
  });

  test('delete-file: where the system does not let it go; the item stays as it was', async () => {
    const world = await worldWithFile();
    const before = await itemOf(world);
    world.browser.downloads.folder.isLocked = true;
    assert.equal(
      await refusal(world, 'delete-file', { id: before.id }),
      `file-not-deleted: file_notDeleted ${PATH} It is in use`,
    );
    assert.deepEqual(await itemOf(world), before);
  });
});
