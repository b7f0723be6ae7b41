import assert from 'node:assert/strict';
import { test } from 'node:test';
import { motionOf, speedOf, type Track, track } from '../../../popup/view/speed.ts';

/** Looks twice a second at a download of which `bytesAt` tells the bytes at each ms. */
function watch(ms: number, bytesAt: (at: number) => number, total: number | null = null, from?: Track): Track[] {
  const seen: Track[] = from === undefined ? [] : [from];
  for (let at = 0; at <= ms; at += 500) seen.push(track(seen.at(-1), at, bytesAt(at), total));
  return seen;
}

function last(tracks: readonly Track[]): Track {
  const track = tracks.at(-1);
  assert.ok(track);
  return track;
}

test('no speed until enough was seen', () => {
  assert.deepEqual(watch(1500, at => at * 1000).map(speedOf), [null, null, null, 1_000_000]);
});

test('a steady download has its speed and its time', () => {
  const seen = last(watch(10_000, at => at * 1000, 100_000_000));
  assert.equal(speedOf(seen), 1_000_000);
  assert.ok(seen.left !== null && Math.abs(seen.left - 90) < 0.5);
});

test('a download that comes in bursts does not jump', () => {
  const bursts = (at: number) => Math.floor(at / 2000) * 2_000_000;
  const late = watch(30_000, bursts, 100_000_000).slice(-20);
  for (const [index, seen] of late.entries()) {
    const speed = speedOf(seen);
    assert.ok(speed !== null && speed >= 750_000 && speed <= 1_250_000, `speed ${speed}`);
    const before = late[index - 1]?.left;
    if (before !== undefined && before !== null && seen.left !== null)
      assert.ok(Math.abs(seen.left - before) < 5, `${before} → ${seen.left}`);
  }
});

test('a stall brings the speed to nothing and takes the time away', () => {
  const seen = last(watch(20_000, at => Math.min(at, 5000) * 1000, 100_000_000));
  assert.equal(speedOf(seen), 0);
  assert.equal(seen.left, null);
});

test('a download that grows much slower is believed', () => {
  const seen = last(watch(30_000, at => (at < 10_000 ? at * 1000 : 10_000_000 + (at - 10_000) * 50), 100_000_000));
  assert.ok(seen.left !== null && seen.left > 1000);
});

test('a new beginning starts a new track, which knows how far it once was', () => {
  const before = last(watch(5000, at => at * 1000, 100_000_000));
  assert.deepEqual(track(before, 5500, 10, 100_000_000), {
    samples: [{ at: 5500, bytes: 10 }],
    left: null,
    peak: 5_000_000,
  });
});

test('a clock that went back starts a new track', () => {
  const before = last(watch(5000, at => at * 1000));
  assert.equal(track(before, 10, 9_000_000, null).samples.length, 1);
});

test('no time left without a total, nor beyond it', () => {
  assert.equal(last(watch(5000, at => at * 1000)).left, null);
  assert.equal(last(watch(5000, at => at * 1000, 1000)).left, null);
});

test('a track stays small however long one looks', () => {
  assert.ok(last(watch(600_000, at => at)).samples.length <= 17);
});

test('what rows are sorted by: the share of what is known, the speed and the time; null where there is none', () => {
  const seen = last(watch(10_000, at => at * 1000, 100_000_000));
  const { progress, speed, left } = motionOf({ bytes: 10_000_000, total: 100_000_000 }, seen);
  assert.deepEqual([progress, speed], [0.1, 1_000_000]);
  assert.ok(left !== null && left > 0);
  assert.deepEqual(motionOf({ bytes: 5, total: null }, undefined), { progress: null, speed: null, left: null });
  assert.equal(motionOf({ bytes: 0, total: 0 }, undefined).progress, null);
});
