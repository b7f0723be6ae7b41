import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRuleProblem, parseRules } from '../../../../src/core/rules/parse-rules.ts';
import { draftOf, newDraft, ruleOf } from '../../../../popup/view/options/rule-draft.ts';
import { makeRule, NO_DECISION } from '../../../core/rules/make-rule.ts';

test('a rule that is opened and saved stays as it was', () => {
  const full = makeRule(
    'full',
    {
      sites: ['*.example.org', 'müller.example'],
      types: ['tar.gz', 'video/*'],
      size: { least: 1_234_567, most: 2_000_000_000 },
      url: '/a, b;c/i',
      page: '*://x.test/*',
    },
    {
      title: 'All of it',
      isOn: false,
      then: {
        folder: 'a/b',
        mask: '*date* *name*',
        priority: 'low',
        carrier: 'background-fetch',
        conflict: 'overwrite',
        start: 'paused',
      },
    },
  );
  for (const rule of [full, makeRule('empty'), makeRule('skip', {}, { then: { ...NO_DECISION, start: 'skip' } })])
    assert.deepEqual(ruleOf(draftOf(rule)), rule);
});

test('a new one is for every link and decides nothing', () => {
  assert.deepEqual(ruleOf(newDraft('new')), makeRule('new'));
});

test('entries are apart by commas, spaces, semicolons and line ends, each once', () => {
  const { when } = ruleOf({ ...newDraft('x'), sites: ' a.test,b.test;\n c.test  a.test,' });
  assert.deepEqual(when.sites, ['a.test', 'b.test', 'c.test']);
});

test('what is no size is refused by the parser, also behind a wire that knows no NaN', () => {
  const rule: unknown = JSON.parse(JSON.stringify(ruleOf({ ...newDraft('x'), most: { figure: 'many', unit: 'MB' } })));
  const outcome = parseRules([rule]);
  assert.ok(isRuleProblem(outcome));
  assert.equal(outcome.field, 'when.size');
});
