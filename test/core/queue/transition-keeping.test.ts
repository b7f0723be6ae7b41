import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transition } from '../../../src/core/queue/transition.ts';
import { changeInWords } from '../in-words.ts';
import { itemIn, STAGE_NAMES, termsWith } from '../make-item.ts';
import { readTable } from '../read-table.ts';
import { caseNamed, eventOf, KEEPING_NAMES, type KeepingName } from './event-cases.ts';

/** Each cell is the next stage and the effects, or `same`; a stage alone where the item has changed within it. */
const KEPT = `
                 | kept               | kept one more      | kept twice         | kept of two
queued           | queued             | queued             | same               | same
queued held      | queued held        | queued held        | same               | same
queued asked     | queued asked       | queued asked       | same               | same
probing          | probing            | probing            | same               | same
asking fetch     | asking fetch       | asking fetch       | same               | same
asking download  | asking download    | asking download    | same               | same
running fetch    | running fetch      | running fetch      | same               | same
running missing  | running missing    | running missing    | same               | same
running download | running download   | running download   | same               | same
asking parts     | asking parts       | asking parts       | same               | same
running parts    | running parts      | running parts      | same               | same
keeping          | keeping            | keeping            | same               | same
keeping paused   | keeping paused     | keeping paused     | same               | same
collecting       | collecting         | collecting         | same               | same
asking save      | asking save        | asking save        | same               | same
writing          | writing            | writing            | same               | same
waiting          | waiting            | waiting            | same               | same
needing          | needing            | needing            | same               | same
paused           | paused             | paused             | same               | same
paused held      | paused held        | paused held        | same               | same
paused asked     | paused asked       | paused asked       | same               | same
paused clash     | paused clash       | paused clash       | same               | same
paused clash held | paused clash held | paused clash held  | same               | same
done             | same: forget-parts | same: forget-parts | same: forget-parts | same: forget-parts
failed           | same: forget-parts | failed             | same               | same
cancelled        | same: forget-parts | same: forget-parts | same: forget-parts | same: forget-parts`;

const STOPPED = `
                 | unkept     | stopped | stopped, kept
queued           | same       | same    | same
queued held      | same       | same    | same
queued asked     | same       | same    | same
probing          | same       | same    | same
asking fetch     | same       | same    | same
asking download  | same       | same    | same
running fetch    | same       | same    | same
running missing  | same       | same    | same
running download | same       | same    | same
asking parts     | same       | same    | same
running parts    | same       | same    | same
keeping          | same: keep | queued  | queued
keeping paused   | same: keep | paused  | paused
collecting       | same       | same    | same
asking save      | same       | same    | same
writing          | same       | same    | same
waiting          | same       | same    | same
needing          | same       | same    | same
paused           | same       | same    | same
paused held      | same       | same    | same
paused asked     | same       | same    | same
paused clash     | same       | same    | same
paused clash held | same      | same    | same
done             | same       | same    | same
failed           | same       | same    | same
cancelled        | same       | same    | same`;

const TABLES: readonly (readonly [table: string, events: readonly KeepingName[]])[] = [
  [KEPT, ['kept', 'kept one more', 'kept twice', 'kept of two']],
  [STOPPED, ['unkept', 'stopped', 'stopped, kept']],
];

test('the tables ask about every event of the putting away', () => {
  assert.deepEqual(
    TABLES.flatMap(([, events]) => events),
    KEEPING_NAMES,
  );
});

for (const [table, events] of TABLES) {
  for (const { row, cells } of readTable(table, STAGE_NAMES, events)) {
    test(`transition: ${row}: ${events.join('; ')}`, () => {
      const stage = STAGE_NAMES.find(each => each === row) ?? 'queued';
      const seen = events.map(name => {
        const { item, ...one } = caseNamed(name);
        const before = itemIn(stage, item);
        return [name, changeInWords(before, transition(before, eventOf(one, before.attempt), termsWith()))];
      });
      assert.deepEqual(Object.fromEntries(seen), cells);
    });
  }
}
