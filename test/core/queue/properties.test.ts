import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { command } from '../../../src/core/queue/command.ts';
import { isLive, type QueueItem, STATUSES } from '../../../src/core/queue/item.ts';
import { LOG_LENGTH } from '../../../src/core/queue/log.ts';
import { carrierOf } from '../../../src/core/queue/item-jobs.ts';
import { isKeeping } from '../../../src/core/queue/keeping.ts';
import { effectInWords, stageOf } from '../in-words.ts';
import { NOW, type StageName } from '../make-item.ts';
import { always, paths, starts } from './lives.ts';
import { isTold, jobsOf, take, type Taken, walk } from './steps.ts';

const ASKED = ['id', 'url', 'referrer', 'name', 'folder', 'priority', 'order', 'wish', 'checksum', 'group'] as const;

always('an item keeps what was asked of it, and its status and log stay within bounds', ({ before, after }) => {
  assert.ok(STATUSES.includes(after.status));
  assert.ok(after.log.length <= LOG_LENGTH);
  for (const key of [...ASKED, 'addedAt'] as const) assert.equal(after[key], before[key]);
  assert.equal(new Set(after.refusedBy).size, after.refusedBy.length);
  for (const count of [after.failures, after.losses, after.furthest]) assert.ok(Number.isInteger(count) && count >= 0);
});

always('only the word of the user makes an item wanted again', ({ before, after, step }) => {
  const isRetried = step.by === 'user' && step.command === 'retry' && after !== before;
  assert.equal(after.again, before.again || isRetried);
});

always('an attempt begins only where an item is picked, and its number never goes back', ({ before, after, step }) => {
  const isPicked = step.by === 'queue' && step.type === 'picked' && stageOf(before) === 'queued';
  // Without its host it does not begin.
  const isBegun = isPicked && stageOf(after) !== 'needing';
  assert.equal(after.attempt, before.attempt + (isBegun ? 1 : 0));
  if (isBegun) assert.ok(['probing', 'asking fetch', 'asking download', 'failed', 'queued'].includes(stageOf(after)));
  else assert.ok(stageOf(after) !== 'probing' || stageOf(before) === 'probing');
});

/** A part that comes is welcome anywhere, and nothing else comes of it. */
function butForParts(item: QueueItem): QueueItem {
  return { ...item, kept: null };
}

always('only a command takes an item out of an end, and out of done only the wish for it once more', taken => {
  const { before, after, step } = taken;
  if (step.by === 'user' && step.command === 'retry') return;
  if (before.status === 'done') assert.equal(after, before);
  if (step.by !== 'user' && ['failed', 'cancelled'].includes(before.status))
    assert.deepEqual(butForParts(after), butForParts(before));
});

always('what the user paused starts only after the user’s word', ({ before, after, step }) => {
  if (before.status === 'paused' && after.status !== 'paused')
    assert.ok(step.by === 'user' && (step.command === 'resume' || step.command === 'cancel'));
});

const STARTING: Record<string, StageName | readonly StageName[]> = {
  probe: 'probing',
  ask: ['asking fetch', 'asking download', 'asking parts'],
  collect: 'collecting',
  save: 'asking save',
  keep: ['keeping', 'keeping paused'],
};
always('an effect that starts something stands with the stage that says so', ({ after, change }) => {
  const begun = change.effects.filter(effect => Object.hasOwn(STARTING, effect.do));
  assert.ok(begun.length <= 1);
  for (const effect of begun) assert.ok(STARTING[effect.do]?.includes(stageOf(after)), effect.do);
  for (const effect of change.effects) {
    if (effect.do === 'go-on') assert.equal(stageOf(after), 'running download');
    if (effect.do === 'hold')
      assert.ok(['queued held', 'paused held', 'paused clash held'].includes(stageOf(after)), stageOf(after));
    if (effect.do === 'go-on' || effect.do === 'hold') assert.ok(jobsOf(after).includes(`stop ${effect.downloadId}`));
  }
});

always('an item that comes into a stage in which something is to be begun begins it', ({ before, after, change }) => {
  // The browser has been asked already, and is never asked twice.
  if (stageOf(before) === 'queued asked' && stageOf(after) === 'asking download') {
    assert.deepEqual([after.attempt, change.effects], [before.attempt, []]);
    return;
  }
  if (stageOf(after) === stageOf(before) || (isKeeping(before) && isKeeping(after))) return;
  const due = Object.keys(STARTING).filter(what => STARTING[what]?.includes(stageOf(after)));
  const done = change.effects.map(effect => effect.do);
  // Without room on the disk nothing can be saved now: it is tried again when the queue looks again.
  if (done.includes('hold-all') && stageOf(after) === 'asking save') return;
  for (const what of due)
    assert.ok(
      done.some(each => each === what),
      `${stageOf(after)} without ${what}`,
    );
});

/**
 * A fetch that has ended is taken up by collecting it, or has been ended by who put its parts away; a parcel that was
 * saved is released; a download stays.
 */
function isTakenUp({ before, after, step }: Taken): boolean {
  if (isKeeping(before)) return isTold(step, 'stopped');
  return before.status !== 'saving' && stageOf(after) === 'collecting';
}

always('no job of the browser is forgotten: it is kept, ended, or has brought its file', taken => {
  const { before, after, change } = taken;
  const ended = change.effects.map(effectInWords);
  const kept = jobsOf(after);
  for (const job of jobsOf(before)) {
    const isDone = after.status === 'done' && job === `stop ${after.downloadId}`;
    assert.ok(kept.includes(job) || ended.includes(job) || isDone || isTakenUp(taken), `${job} of ${stageOf(before)}`);
  }
});

always('no job is ended that the item goes on with', ({ after, change }) => {
  if (isKeeping(after)) return;
  const kept = jobsOf(after);
  for (const ended of change.effects.map(effectInWords)) assert.ok(!kept.includes(ended), ended);
});

/** The attempt is a fetch whose records are not in hand: no blob and no download can be of it. */
function isOfFetch(item: QueueItem): boolean {
  return stageOf(item) === 'asking fetch' || stageOf(item) === 'asking parts' || isKeeping(item);
}

always('a download or a blob that arrives is kept or ended', ({ before, after, change, step }) => {
  if (step.by !== 'browser') return;
  const { happening } = step;
  const answer = [...jobsOf(after), ...change.effects.map(effectInWords)];
  if (happening.type === 'packed' && !isKeeping(before))
    assert.ok(answer.includes(`release ${happening.parcel.objectUrl.slice(5)}`));
  // Chromium gives no number to a fetch.
  if (happening.type !== 'started' || happening.downloadId === null || isOfFetch(before)) return;
  const isOwn = 'downloadId' in after && after.downloadId === happening.downloadId;
  assert.ok(isOwn || answer.includes(`stop ${happening.downloadId}`));
});

always('what is told of another attempt changes nothing, but that a part is here', ({ before, after, step }) => {
  if (step.by !== 'browser' || step.late === 0) return;
  if (step.happening.type === 'kept') assert.deepEqual(butForParts(after), butForParts(before));
  else assert.equal(after, before);
});

always('what is told a second time changes nothing', ({ before, after, step }) => {
  if (step.by === 'browser' && after !== before) assert.equal(take(after, step).item, after);
});

always('the carrier of an attempt is never one that has refused the item', ({ before, after, step }) => {
  const isBegun = step.by === 'queue' && stageOf(before) === 'queued';
  const isPlanned = (isBegun || isTold(step, 'probed')) && after !== before && isLive(after);
  const carrier = carrierOf(after);
  if (isPlanned && carrier !== null) assert.ok(!after.refusedBy.includes(carrier));
});

test('from wherever an item is, the user can bring it to an end and back into the queue', () => {
  fc.assert(
    fc.property(starts, paths, (start, path) => {
      const last = walk(start, path).at(-1)?.after ?? start;
      const cancelled = command(last, 'cancel', NOW);
      const ended = typeof cancelled === 'string' ? last : cancelled.item;
      assert.ok(ended.status === 'done' || ended.status === 'cancelled');
      const retried = command(ended, 'retry', NOW);
      assert.ok(typeof retried !== 'string' && stageOf(retried.item) === 'queued');
    }),
  );
});
