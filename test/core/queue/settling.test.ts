import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled, type Settlement, SETTLEMENTS } from '../../../src/core/queue/settling.ts';
import { changeInWords } from '../in-words.ts';
import { itemIn, NOW, STAGE_NAMES } from '../make-item.ts';

const ASKING = ['paused clash', 'paused clash held'] as const;

const ANSWERS: Record<(typeof ASKING)[number], Record<Settlement, string>> = {
  'paused clash': { rename: 'queued', overwrite: 'queued', skip: 'cancelled by user' },
  'paused clash held': { rename: 'queued held', overwrite: 'queued: stop 7', skip: 'cancelled by user: stop 7' },
};

for (const stage of ASKING) {
  for (const how of SETTLEMENTS) {
    test(`settled: ${stage}, ${how} → ${ANSWERS[stage][how]}`, () => {
      const item = itemIn(stage);
      const change = settled(item, how, NOW);
      assert.ok(typeof change === 'object');
      assert.equal(changeInWords(item, change), ANSWERS[stage][how]);
      if (how === 'skip') return;
      assert.equal(change.item.conflict, how);
      assert.deepEqual(change.item.log.at(-1), { at: NOW, what: 'settled', detail: how });
    });
  }
}

test('settled: a download that begins anew is another attempt, so that the old one is a stranger', () => {
  const item = itemIn('paused clash held');
  const change = settled(item, 'overwrite', NOW);
  assert.ok(typeof change === 'object');
  assert.equal(change.item.attempt, item.attempt + 1);
});

for (const stage of STAGE_NAMES.filter(name => !ASKING.some(each => each === name))) {
  test(`settled: ${stage} asks nothing`, () => {
    for (const how of SETTLEMENTS) assert.equal(settled(itemIn(stage), how, NOW), 'nothing-to-settle');
  });
}
