import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Command, command, type Refusal } from '../../../src/core/queue/command.ts';
import { inStage, type QueueItem } from '../../../src/core/queue/item.ts';
import type { Change } from '../../../src/core/queue/change.ts';
import { changeInWords } from '../in-words.ts';
import { DOWNLOAD_PLAN, itemIn, NOW, STAGE_NAMES } from '../make-item.ts';
import { keptOf } from '../make-parts.ts';
import { readTable } from '../read-table.ts';

const COMMANDS = { pause: 'pause', resume: 'resume', cancel: 'cancel', retry: 'retry' } as const satisfies {
  [C in Command]: C;
};
const REFUSALS: readonly string[] = Object.keys({
  'already-paused': true,
  'not-paused': true,
  'already-ended': true,
  'being-saved': true,
  'not-ended': true,
  'to-be-settled': true,
  'nothing-to-settle': true,
  'needs-nothing': true,
} satisfies Record<Refusal, true>);

/** Each cell is the next stage and the effects, or the refusal. */
const TABLE = `
                 | pause               | resume      | cancel                                 | retry
queued           | paused              | not-paused  | cancelled by user                      | not-ended
queued held      | paused held         | not-paused  | cancelled by user: stop 7              | not-ended
queued asked     | paused asked        | not-paused  | cancelled by user                      | not-ended
probing          | paused              | not-paused  | cancelled by user                      | not-ended
asking fetch     | paused: stop one.3  | not-paused  | cancelled by user: stop one.3          | not-ended
asking download  | paused asked        | not-paused  | cancelled by user                      | not-ended
running fetch    | paused: stop one.3  | not-paused  | cancelled by user: stop one.3          | not-ended
running missing  | paused: stop one.3  | not-paused  | cancelled by user: stop one.3          | not-ended
running download | paused held: hold 7 | not-paused  | cancelled by user: stop 7              | not-ended
asking parts     | keeping paused: keep | not-paused  | cancelled by user: stop one.3, forget-parts | not-ended
running parts    | keeping paused: keep | not-paused  | cancelled by user: stop one.3, forget-parts | not-ended
keeping          | keeping paused      | not-paused  | cancelled by user: stop one.3, forget-parts | not-ended
keeping paused   | already-paused      | keeping     | cancelled by user: stop one.3, forget-parts | not-ended
collecting       | being-saved         | not-paused  | cancelled by user                      | not-ended
asking save      | being-saved         | not-paused  | cancelled by user: release own         | not-ended
writing          | being-saved         | not-paused  | cancelled by user: stop 7, release own | not-ended
waiting          | paused              | not-paused  | cancelled by user                      | queued
needing          | paused              | not-paused  | cancelled by user                      | queued
paused           | already-paused      | queued      | cancelled by user                      | not-ended
paused held      | already-paused      | queued held | cancelled by user: stop 7              | not-ended
paused asked     | already-paused      | queued asked | cancelled by user                      | not-ended
paused clash     | already-paused      | to-be-settled | cancelled by user                      | not-ended
paused clash held | already-paused      | to-be-settled | cancelled by user: stop 7              | not-ended
done             | already-ended       | not-paused  | already-ended                          | queued
failed           | already-ended       | not-paused  | cancelled by user                      | queued
cancelled        | already-ended       | not-paused  | already-ended                          | queued`;

for (const { row, cells } of readTable(TABLE, STAGE_NAMES, Object.keys(COMMANDS))) {
  test(`command: ${row}`, () => {
    const told = Object.values(COMMANDS).map(wanted => {
      const before = itemIn(STAGE_NAMES.find(name => name === row) ?? 'queued');
      const answer = command(before, wanted, NOW);
      assert.equal(typeof answer === 'string', REFUSALS.includes(cells[wanted] ?? ''));
      return [wanted, typeof answer === 'string' ? answer : changeInWords(before, answer)];
    });
    assert.deepEqual(Object.fromEntries(told), cells);
  });
}

function performed(before: QueueItem, wanted: Command): Change {
  const answer = command(before, wanted, NOW);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

test('every command that is performed is noted, whatever else it does', () => {
  const notes = (stage: 'queued' | 'paused' | 'failed', wanted: Command): unknown =>
    performed(itemIn(stage), wanted).item.log.slice(1);
  assert.deepEqual(notes('queued', 'pause'), [{ at: NOW, what: 'paused', detail: null }]);
  assert.deepEqual(notes('paused', 'resume'), [{ at: NOW, what: 'resumed', detail: null }]);
  assert.deepEqual(notes('queued', 'cancel'), [{ at: NOW, what: 'cancelled', detail: null }]);
  assert.deepEqual(notes('failed', 'retry'), [{ at: NOW, what: 'retried', detail: null }]);
});

test('pause keeps the browser’s download where it is, and resume keeps it for the start', () => {
  const { item: paused } = performed(itemIn('running download'), 'pause');
  const held = { downloadId: 7, plan: DOWNLOAD_PLAN };
  assert.ok(paused.status === 'paused');
  assert.deepEqual(paused.held, held);
  const { item: queued } = performed(paused, 'resume');
  assert.ok(queued.status === 'queued');
  assert.deepEqual(queued.held, held);
  assert.equal('downloadId' in queued, false);
});

test('retry gives every attempt and every carrier again, and keeps the number of the attempt', () => {
  const before = itemIn('failed', { failures: 6, losses: 4, furthest: 900_000, refusedBy: ['background-fetch'] });
  const { item } = performed(before, 'retry');
  assert.equal(item.failures, 0);
  assert.equal(item.losses, 0);
  assert.deepEqual(item.refusedBy, []);
  assert.equal(item.attempt, 3);
  assert.equal(item.furthest, 0);
  assert.equal('reason' in item, false);
});

test('retry asks for parts once more, and keeps those that are here', () => {
  const { item, effects } = performed(itemIn('failed', { inWhole: true, kept: keptOf(0) }), 'retry');
  assert.deepEqual([item.inWhole, item.kept], [false, keptOf(0)]);
  assert.deepEqual(effects, []);
  assert.equal(performed(itemIn('running fetch', { inWhole: true }), 'pause').item.inWhole, true);
});

test('pause and resume keep the parts that are here, and cancel forgets them', () => {
  for (const stage of ['queued', 'waiting', 'running parts', 'keeping'] as const)
    assert.deepEqual(performed(itemIn(stage, { kept: keptOf(0) }), 'pause').item.kept, keptOf(0), stage);
  for (const stage of ['paused', 'keeping paused'] as const)
    assert.deepEqual(performed(itemIn(stage, { kept: keptOf(0) }), 'resume').item.kept, keptOf(0), stage);
  for (const stage of ['queued', 'waiting', 'paused', 'failed', 'probing', 'writing'] as const) {
    const { item, effects } = performed(itemIn(stage, { kept: keptOf(0) }), 'cancel');
    assert.equal(item.kept, null, stage);
    assert.deepEqual(effects.at(-1), { do: 'forget-parts' }, stage);
  }
});

test('retry means that the file is wanted even where it was downloaded before; nothing else changes that', () => {
  for (const stage of ['done', 'failed', 'cancelled', 'waiting'] as const)
    assert.equal(performed(itemIn(stage), 'retry').item.again, true, stage);
  for (const again of [false, true]) {
    assert.equal(performed(itemIn('queued', { again }), 'pause').item.again, again);
    assert.equal(performed(itemIn('paused', { again }), 'resume').item.again, again);
    assert.equal(performed(itemIn('running fetch', { again }), 'cancel').item.again, again);
  }
});

test('only retry forgets what went wrong before', () => {
  const troubles = { failures: 2, losses: 3, furthest: 900_000, refusedBy: ['background-fetch'] } as const;
  for (const [stage, wanted] of [
    ['running download', 'pause'],
    ['paused', 'resume'],
    ['waiting', 'cancel'],
  ] as const) {
    const { failures, losses, furthest, refusedBy } = performed(itemIn(stage, troubles), wanted).item;
    assert.deepEqual({ failures, losses, furthest, refusedBy }, troubles, wanted);
  }
});

test('cancel notes when', () => {
  const { item } = performed(itemIn('waiting'), 'cancel');
  assert.ok(item.status === 'cancelled');
  assert.equal(item.endedAt, NOW);
});

test('a file that is done is fetched anew: nothing of the old one is kept but what was asked', () => {
  const { item, effects } = performed(itemIn('done'), 'retry');
  assert.ok(item.status === 'queued' && item.held === null);
  assert.deepEqual(
    ['path', 'downloadId', 'bytes', 'endedAt'].filter(key => key in item),
    [],
  );
  assert.deepEqual(effects, [], 'the file stays in its folder');
});

test('an item that a rule has cancelled is wanted again by the user’s word', () => {
  const had = inStage(itemIn('probing'), { status: 'cancelled', by: 'rule', endedAt: NOW });
  const { item } = performed(had, 'retry');
  assert.ok(item.status === 'queued' && item.again);
  assert.equal('by' in item, false);
  assert.equal(command(had, 'cancel', NOW), 'already-ended');
});
