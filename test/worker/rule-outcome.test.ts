import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeRule } from '../core/rules/make-rule.ts';
import { World } from '../fakes/world.ts';

const FILMS = makeRule('films', { types: ['video/*'] }, { title: 'Films' });
const BIG = makeRule('big', { size: { least: 1_000, most: null } });
const REST = makeRule('rest');

function worldWith(...rules: readonly (typeof FILMS)[]): World {
  const world = new World();
  world.browser.rules = rules;
  return world;
}

describe('the outcome', () => {
  const url = 'https://files.example.org/talks/opening.mp4';

  test('is what the rule that decides makes of the link', async () => {
    const rule = makeRule(
      'talks',
      { types: ['mp4'] },
      { then: { ...REST.then, folder: 'Talks', mask: '*host* *name*' } },
    );
    const { outcome } = await worldWith(rule).worker().handlers['test-rules']({ url }, {});
    assert.deepEqual(outcome, {
      path: 'Talks/files.example.org opening.mp4',
      priority: 'normal',
      carrier: null,
      conflict: 'rename',
      start: null,
    });
  });

  test('is as without rules where none fits, and unknown where that cannot be said yet', async () => {
    const world = worldWith(BIG);
    const { handlers } = world.worker();
    assert.equal((await handlers['test-rules']({ url }, {})).outcome, null);
    assert.equal((await handlers['test-rules']({ url, size: 5 }, {})).outcome?.path, 'opening.mp4');
    assert.equal((await handlers['test-rules']({ url, isFinal: true }, {})).outcome?.path, 'opening.mp4');
  });
});

describe('check-rule', () => {
  test('names the field and what is wrong, and keeps nothing', async () => {
    const world = worldWith(FILMS);
    const { handlers } = world.worker();
    const rule = makeRule('x', { sites: ['a.test', 'no site'] });
    const { fault } = await handlers['check-rule']({ rule }, {});
    assert.equal(fault?.field, 'when.sites');
    assert.match(fault.message, /“no site” is no site|rules_badSite/);
    assert.deepEqual(await handlers['check-rule']({ rule: FILMS }, {}), { fault: null });
    assert.deepEqual(await handlers.rules({}, {}), { rules: [FILMS] });
  });
});

test('a trial of an import answers what would be, and changes nothing', async () => {
  const { text } = await worldWith(BIG).worker().handlers['export-rules']({}, {});
  const { handlers } = worldWith(FILMS).worker();
  const trial = await handlers['import-rules']({ text, mode: 'append', isTrial: true }, {});
  assert.deepEqual(trial, { rules: [FILMS, BIG] });
  assert.deepEqual(await handlers.rules({}, {}), { rules: [FILMS] });
});
