import assert from 'node:assert/strict';
import { isOfLine, whatHelps } from '../../../src/core/carriers/failure.ts';
import { isLive, type QueueItem, type Stage } from '../../../src/core/queue/item.ts';
import { isKeeping } from '../../../src/core/queue/keeping.ts';
import { LONGEST_WAIT } from '../../../src/core/queue/retry.ts';
import { effectInWords, stageOf } from '../in-words.ts';
import { always } from './lives.ts';
import { isTold, jobsOf, type Step } from './steps.ts';

/** Where an item comes to rest, when its parts are put away. */
function restOf(item: QueueItem): Stage {
  return isKeeping(item) ? item.afterwards : item;
}

/** What counts against an item, and what it has learnt. */
function learntBy({ failures, losses, furthest, refusedBy }: QueueItem): object {
  return { failures, losses, furthest, refusedBy };
}

function isRetry(step: Step): boolean {
  return step.by === 'user' && step.command === 'retry';
}

function isDue(step: Step): boolean {
  return step.by === 'queue' && step.type === 'due';
}

always('halted leaves nothing running, and what the browser holds for it is held or ended', taken => {
  const { before, after, change, step } = taken;
  if (!isTold(step, 'halted')) return;
  assert.ok(after.status !== 'starting' && after.status !== 'running');
  assert.deepEqual(learntBy(after), learntBy(before));
  const done = change.effects.map(effectInWords);
  if (before.status !== 'starting' && before.status !== 'running') return;
  assert.equal(restOf(after).status, 'queued');
  for (const job of jobsOf(before))
    assert.ok(isKeeping(after) || done.includes(job) || done.includes(job.replace('stop', 'hold')), job);
});

always(
  'an item that begins to wait is due within the longest wait of now, and not at once',
  ({ before, after, step }) => {
    const rest = restOf(after);
    if (rest.status !== 'waiting' || restOf(before).status === 'waiting') return;
    if ('needs' in rest) return;
    const wait = rest.dueAt - step.terms.now;
    assert.ok(wait >= 1_000 && wait <= LONGEST_WAIT, `${wait} ms`);
  },
);

always('a loss never counts a failure, and refuses no carrier', ({ before, after, step }) => {
  if (!isTold(step, 'lost')) return;
  const { losses, ...rest } = after;
  const { failures, furthest, refusedBy } = before;
  assert.deepEqual([rest.failures, rest.furthest, rest.refusedBy], [failures, furthest, refusedBy]);
  if (!isLive(before) || isKeeping(before)) assert.deepEqual([after.status, losses], [before.status, before.losses]);
  else
    assert.ok((losses === before.losses + 1 || losses === 0) && ['queued', 'waiting'].includes(restOf(after).status));
});

always('losses grow only by a loss, and end only with the browser, an end that is seen or the user’s word', taken => {
  const { before, after, step } = taken;
  if (after.losses > before.losses) assert.ok(isTold(step, 'lost') && after.losses === before.losses + 1);
  if (after.losses < before.losses) {
    assert.equal(after.losses, 0);
    assert.ok((['lost', 'completed', 'probed', 'failed'] as const).some(type => isTold(step, type)) || isRetry(step));
  }
});

always('failures grow by one at a time, and never while there is no network', ({ before, after, step }) => {
  if (after.failures <= before.failures) return;
  assert.equal(after.failures, before.failures + 1);
  const { status } = restOf(after);
  assert.ok(status === 'waiting' || status === 'failed');
  if (!step.terms.isOnline) assert.equal(status, 'failed', 'only the user can mend it');
});

always('failures fall only by progress, a completion, the user’s word, or one by one for want of a network', taken => {
  const { before, after, step } = taken;
  if (after.failures >= before.failures) return;
  const isProgress = isTold(step, 'failed') && after.failures === 1 && after.furthest - before.furthest >= 262_144;
  const isForgiven = isDue(step) && step.terms.isFlapping && after.failures === before.failures - 1;
  assert.ok(isProgress || isForgiven || (after.failures === 0 && (isTold(step, 'completed') || isRetry(step))));
});

always('an item whose attempts are used up waits once more only for the line, and not for long', taken => {
  const { before, after, step } = taken;
  const { terms } = step;
  const rest = restOf(after);
  if (rest.status !== 'waiting' || !isTold(step, 'failed') || after === before) return;
  if (after.failures < terms.attempts) return;
  const { code } = rest.reason;
  assert.ok(isOfLine(code) || (terms.isFlapping && whatHelps(code) === 'other-carrier'), code);
  assert.ok(rest.dueAt - terms.now <= Math.max(15_000, rest.reason.retryAfter ?? 0));
});

always('a wait ends in the queue, or for good where the attempts are used up and the network was there', taken => {
  const { before, after, step } = taken;
  if (before.status !== 'waiting' || !isDue(step)) return;
  if (stageOf(before) === 'needing' && stageOf(after) === 'needing') return;
  assert.ok(after.status === 'queued' || after.status === 'failed');
  if (after.status === 'failed') assert.ok(before.failures >= step.terms.attempts && !step.terms.isFlapping);
});

always('how far an item came never shrinks but by the user’s word', ({ before, after, step }) => {
  if (after.furthest < before.furthest) assert.ok(isRetry(step) && after.furthest === 0);
  if (after.furthest > before.furthest) assert.ok(isTold(step, 'failed'));
});

always('a network that comes and goes makes no carrier refuse an item, unless the server has said so', taken => {
  const { before, after, step } = taken;
  if (after.refusedBy.length <= before.refusedBy.length) return;
  assert.ok(isTold(step, 'failed'));
  const { happening, terms } = step.by === 'browser' ? step : assert.fail();
  if (terms.isFlapping) assert.equal(happening.type === 'failed' && happening.reason.code, 'forbidden');
});

always('who cancels is who the item says, and the rule takes nothing that the user wants again', taken => {
  const { before, after, step } = taken;
  if (after.status !== 'cancelled' || after === before) return;
  if (after.by === 'user') assert.ok(step.by === 'user' && step.command === 'cancel');
  if (after.by === 'browser') assert.ok(isTold(step, 'cancelled-in-browser'));
  if (after.by === 'rule') assert.ok(isTold(step, 'probed') && !before.again);
});
