import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { until } from '../harness.ts';
import { setting } from '../setting.ts';
import {
  assertArrived,
  assertNothingLeft,
  assertRequests,
  filesIn,
  itemOf,
  MIB,
  PART,
  partsAsked,
  requestsOf,
  tellOf,
} from './big-file.ts';

/** Bytes of the small disk. */
const ROOM = 20 * MIB;
const SIZE = 4 * PART;
const why = whyNoDisk();
let folder: string | null = null;
// Before the setting is closed, which removes the folder.
after(() => {
  if (folder !== null) execFileSync('umount', ['--lazy', folder]);
});
const here = setting({ grants: 'all', prepare: ({ longhaul }) => mountSmallDisk(longhaul.downloads) });

/** Why there can be no small disk here, or null. */
function whyNoDisk(): string | null {
  if (process.getuid?.() !== 0) return 'needs root, to mount a small disk';
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0 ? null : 'mounts no tmpfs';
}

function mountSmallDisk(at: string): void {
  if (why !== null) return;
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOM}`, 'tmpfs', at]);
  folder = at;
}

test(
  'a full disk holds the queue once, with one message, and it goes on when there is room and it is told to',
  why === null ? {} : { skip: why },
  async () => {
    const { longhaul, origin } = here;
    const paths = ['/first.bin', '/second.bin'];
    const ids = await longhaul.enqueue(
      ...paths.map(path => ({ url: origin.url(path, { size: SIZE, rate: 16 * MIB }) })),
    );
    await until(async () => (await longhaul.ask('summary', {})).hold, 'the queue to be held');
    const { notice } = await longhaul.ask('summary', {});
    assert.equal(notice?.kind, 'fault');
    assert.match(notice?.text ?? '', /disk is full/i);
    for (const id of ids) {
      const item = await itemOf(longhaul, id);
      assert.ok(!['done', 'failed', 'cancelled'].includes(item.status), tellOf(item));
    }
    // No byte more is asked for, and the same is not said again.
    await longhaul.ask('dismiss-notice', {});
    assert.equal((await longhaul.ask('summary', {})).notice, null);
    assert.deepEqual(
      filesIn(longhaul).filter(name => name.endsWith('.bin')),
      [],
    );

    execFileSync('mount', ['-o', `remount,size=${10 * ROOM}`, longhaul.downloads]);
    await longhaul.ask('settings', { set: { hold: false } });
    await longhaul.ended(90);
    for (const [index, path] of paths.entries()) {
      assertArrived(longhaul, await itemOf(longhaul, ids[index]), { path, size: SIZE });
      const requests = requestsOf(origin, path).filter(request => request.startsWith('GET'));
      assertRequests([...new Set(requests)], partsAsked(0, 4));
    }
    const first = requestsOf(origin, '/first.bin').filter(request => request.startsWith('GET'));
    assertRequests(first, partsAsked(0, 4), 'what was fetched stays in hand');
    assert.equal((await longhaul.ask('summary', {})).notice, null, 'it is said once');
    await assertNothingLeft(longhaul);
  },
);
