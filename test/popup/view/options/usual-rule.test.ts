import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRuleProblem, parseRules } from '../../../../src/core/rules/parse-rules.ts';
import { named, ownRules, USUAL_RULE, usualRule, withUsual } from '../../../../popup/view/options/usual-rule.ts';
import { makeRule, NO_DECISION } from '../../../core/rules/make-rule.ts';

const [A, B] = [makeRule('a'), makeRule('b')];
const USUAL = makeRule(
  USUAL_RULE,
  {},
  { title: 'Rest', then: { ...NO_DECISION, mask: '*date* *name*', folder: 'In' } },
);

test('the usual names are the last rule, which core takes, and go when they are emptied', () => {
  const rules = named([A, B], '*date* *name* ', ' In', 'Rest');
  assert.deepEqual(rules, [A, B, USUAL]);
  assert.ok(!isRuleProblem(parseRules(rules)));
  assert.deepEqual(named(rules, '*y*', '', 'Rest').at(-1)?.then, { ...NO_DECISION, mask: '*y*' });
  assert.deepEqual(named(rules, '', ' ', 'Rest'), [A, B]);
});

test('only a rule that is on, open and last is the usual one', () => {
  assert.equal(usualRule([A, USUAL]), USUAL);
  for (const rules of [
    [],
    [A],
    [USUAL, A],
    [{ ...USUAL, isOn: false }],
    [makeRule(USUAL_RULE, { types: ['pdf'] })],
    [makeRule(USUAL_RULE, { size: { least: 0, most: null } })],
  ]) {
    assert.equal(usualRule(rules), null);
    assert.equal(ownRules(rules), rules);
  }
});

test('it stays behind the others, once', () => {
  assert.deepEqual(withUsual([B, A], [A, B, USUAL]), [B, A, USUAL]);
  assert.deepEqual(withUsual([B, { ...USUAL, isOn: false }, A], [A, USUAL]), [B, A, USUAL]);
  assert.deepEqual(withUsual([B, A], [A, B]), [B, A]);
});
