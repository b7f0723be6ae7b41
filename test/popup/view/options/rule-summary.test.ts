import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionSummary, decisionSummary } from '../../../../popup/view/options/rule-summary.ts';
import { makeRule, NO_DECISION } from '../../../core/rules/make-rule.ts';

test('a condition is told part by part, in the order of the editor', () => {
  const when = {
    sites: ['a.test', 'b.test'],
    types: ['pdf'],
    size: { least: 1_000_000, most: 2_000_000_000 },
    url: '*/x/*',
    page: '*y*',
  };
  assert.deepEqual(conditionSummary(makeRule('a', when)), [
    ['rules_whenSites', 'a.test, b.test'],
    ['rules_whenTypes', 'pdf'],
    ['rules_whenBetween', '1 MB', '2 GB'],
    ['rules_whenUrl', '*/x/*'],
    ['rules_whenPage', '*y*'],
  ]);
  assert.deepEqual(conditionSummary(makeRule('a', { size: { least: 1000, most: null } })), [
    ['rules_whenLeast', '1 kB'],
  ]);
  assert.deepEqual(conditionSummary(makeRule('a')), []);
});

test('a decision is told part by part; of what is not downloaded nothing else counts', () => {
  const then = {
    folder: 'a/b',
    mask: '*y*',
    priority: 'high',
    carrier: 'background-fetch',
    conflict: 'skip',
    start: 'paused',
  } as const;
  assert.deepEqual(decisionSummary(makeRule('a', {}, { then })), [
    ['rules_thenFolder', 'a/b'],
    ['rules_thenMask', '*y*'],
    ['rules_thenHigh'],
    ['rules_thenFetch'],
    ['rules_thenSkipTaken'],
    ['rules_thenPaused'],
  ]);
  assert.deepEqual(decisionSummary(makeRule('a', {}, { then: { ...then, start: 'skip' } })), [['rules_thenSkip']]);
  assert.deepEqual(decisionSummary(makeRule('a', {}, { then: NO_DECISION })), []);
});

test('what cannot be seen is made visible', () => {
  assert.deepEqual(decisionSummary(makeRule('a', {}, { then: { ...NO_DECISION, folder: 'a\u202Eb' } })), [
    ['rules_thenFolder', 'a\uFFFDb'],
  ]);
});
