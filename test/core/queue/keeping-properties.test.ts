import assert from 'node:assert/strict';
import { isSameRange, isSameVersion, partsOf } from '../../../src/core/carriers/parts.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import type { PartsPlan } from '../../../src/core/queue/plan.ts';
import { fetchPlanOf, isFetching } from '../../../src/core/queue/item-jobs.ts';
import { isKeeping } from '../../../src/core/queue/keeping.ts';
import { effectInWords, stageOf } from '../in-words.ts';
import { always } from './lives.ts';
import { isTold, jobsOf, type Step } from './steps.ts';

/** The parts that the item's present fetch has been asked for, or null. */
function partsInTheAir(item: QueueItem): PartsPlan | null {
  return isFetching(item) ? (fetchPlanOf(item)?.parts ?? null) : null;
}

function isRetry(step: Step): boolean {
  return step.by === 'user' && step.command === 'retry';
}

always(
  'whatever leaves a fetch in parts has its parts put away, unless they are in hand or nobody wants them',
  taken => {
    const { before, after, change } = taken;
    if (partsInTheAir(before) === null || isFetching(after)) return;
    const done = change.effects.map(effectInWords);
    if (after.status === 'cancelled')
      assert.deepEqual(done.slice(-2), [...jobsOf(before), 'forget-parts'], 'ended before they are forgotten');
    else if (isKeeping(after)) assert.deepEqual(done.slice(-1), ['keep']);
    else assert.equal(stageOf(after), 'collecting');
  },
);

always('a fetch that is asked for as a whole has nothing to put away', ({ before, after }) => {
  if (isFetching(before) && partsInTheAir(before) === null) assert.ok(!isKeeping(after));
});

always('an item whose parts are put away waits for the end of that, or for the user', ({ before, after, step }) => {
  if (!isKeeping(before) || isKeeping(after)) return;
  if (after.status === 'cancelled') return assert.ok(step.by === 'user' && step.command === 'cancel');
  assert.ok(isTold(step, 'stopped'));
  for (const [key, value] of Object.entries(before.afterwards)) assert.deepEqual(Reflect.get(after, key), value, key);
});

always('kept parts are of one version, and none is there twice', ({ before, after }) => {
  const { kept } = after;
  if (kept === null) return;
  assert.notEqual(kept.parts.length, 0);
  assert.ok(before.kept === null || isSameVersion(before.kept, kept));
  const known = partsOf(kept.total);
  for (const part of kept.parts) assert.equal(known.filter(each => isSameRange(each, part)).length, 1);
  assert.equal(new Set(kept.parts.map(({ first }) => first)).size, kept.parts.length);
});

always('a part is kept when it is told, and only then', ({ before, after, step }) => {
  const count = after.kept?.parts.length ?? 0;
  const had = before.kept?.parts.length ?? 0;
  if (count <= had) return;
  assert.equal(count, had + 1);
  const { happening, late } = step.by === 'browser' ? step : assert.fail();
  assert.ok(happening.type === 'kept' && after.kept !== null && isSameVersion(after.kept, happening.version));
  assert.deepEqual(after.kept.parts.at(-1), { ...happening.part, attempt: before.attempt - late });
});

always('who forgets what he has kept leaves nothing of it behind', ({ before, after, change }) => {
  const done = change.effects.map(effectInWords);
  if (before.kept !== null && after.kept === null) assert.ok(done.includes('forget-parts'));
  if (done.includes('forget-parts')) assert.equal(after.kept, null);
});

always('kept parts go with the end, with a plan that has no use for them, or with the word of the server', taken => {
  const { before, after, step } = taken;
  if (before.kept === null || after.kept !== null) return;
  const isPlanned = isTold(step, 'probed') || (step.by === 'queue' && step.type === 'picked');
  const hasEnded = after.status === 'done' || after.status === 'cancelled';
  const happening = step.by === 'browser' ? step.happening : null;
  const worthless = ['changed', 'no-parts', 'wrong-checksum'];
  const isWorthless = happening?.type === 'failed' && worthless.includes(happening.reason.code);
  assert.ok(hasEnded || isPlanned || isWorthless, happening?.type);
});

always('who has the file, or wants it no more, keeps no parts', ({ after }) => {
  if (after.status === 'done' || after.status === 'cancelled') assert.equal(after.kept, null);
});

always('what is planned in parts and what is kept make the file, each part once', ({ before, after }) => {
  const plan = fetchPlanOf(after)?.parts ?? null;
  if (plan === null || stageOf(before) !== 'probing' || stageOf(after) === 'probing') return;
  assert.ok(after.kept === null || isSameVersion(after.kept, plan.version));
  const all = [...plan.missing, ...(after.kept?.parts ?? [])].map(({ first, last }) => ({ first, last }));
  assert.deepEqual(
    all.sort((a, b) => a.first - b.first),
    partsOf(plan.version.total),
  );
});

always('the whole is asked for once the server has not given parts, until the user wants it again', taken => {
  const { before, after, step } = taken;
  if (before.inWhole && !after.inWhole) assert.ok(isRetry(step));
  if (after.inWhole && !before.inWhole) assert.ok(isTold(step, 'failed') || isTold(step, 'probed'));
  if (after.inWhole && partsInTheAir(before) === null) assert.equal(partsInTheAir(after), null);
});
