import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Command, command, type Refusal } from '../../../src/core/queue/command.ts';
import type { QueueItem } from '../../../src/core/queue/item.ts';
import type { Change } from '../../../src/core/queue/transition.ts';
import { changeInWords } from '../in-words.ts';
import { DOWNLOAD_PLAN, itemIn, NOW, STAGE_NAMES } from '../make-item.ts';
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
} satisfies Record<Refusal, true>);

/** Each cell is the next stage and the effects, or the refusal. */
const TABLE = `
                 | pause              | resume      | cancel                         | retry
queued           | paused             | not-paused  | cancelled                      | not-ended
queued held      | paused held        | not-paused  | cancelled: stop 7              | not-ended
probing          | paused             | not-paused  | cancelled                      | not-ended
asking fetch     | paused: stop one.3 | not-paused  | cancelled: stop one.3          | not-ended
asking download  | paused             | not-paused  | cancelled                      | not-ended
running fetch    | paused: stop one.3 | not-paused  | cancelled: stop one.3          | not-ended
running missing  | paused: stop one.3 | not-paused  | cancelled: stop one.3          | not-ended
running download | paused held: hold 7| not-paused  | cancelled: stop 7              | not-ended
collecting       | being-saved        | not-paused  | cancelled                      | not-ended
asking save      | being-saved        | not-paused  | cancelled: release own         | not-ended
writing          | being-saved        | not-paused  | cancelled: stop 7, release own | not-ended
waiting          | paused             | not-paused  | cancelled                      | queued
paused           | already-paused     | queued      | cancelled                      | not-ended
paused held      | already-paused     | queued held | cancelled: stop 7              | not-ended
done             | already-ended      | not-paused  | already-ended                  | not-ended
failed           | already-ended      | not-paused  | cancelled                      | queued
cancelled        | already-ended      | not-paused  | already-ended                  | queued`;

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
  const before = itemIn('failed', { failures: 6, refusedBy: ['background-fetch'], attempt: 9 });
  const { item } = performed(before, 'retry');
  assert.equal(item.failures, 0);
  assert.deepEqual(item.refusedBy, []);
  assert.equal(item.attempt, 9);
  assert.equal('reason' in item, false);
});

test('cancel notes when', () => {
  const { item } = performed(itemIn('waiting'), 'cancel');
  assert.ok(item.status === 'cancelled');
  assert.equal(item.endedAt, NOW);
});
