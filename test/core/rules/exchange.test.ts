import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { appended, exportRules, importRules, isExchangeProblem } from '../../../src/core/rules/exchange.ts';
import { isRuleProblem, parseRules } from '../../../src/core/rules/parse-rules.ts';
import { makeRule, NO_DECISION } from './make-rule.ts';

test('an export is a frame around one rule a line', () => {
  const rules = [makeRule('a', { url: '*.zip' }), makeRule('b')];
  const text = exportRules(rules);
  const lines = text.split('\n');
  assert.equal(lines[0], '{"format":"longhaul-rules","version":1,"rules":[');
  assert.deepEqual(lines.slice(1, 3), [`${JSON.stringify(rules[0])},`, JSON.stringify(rules[1])]);
  assert.deepEqual(JSON.parse(text), { format: 'longhaul-rules', version: 1, rules });
  assert.deepEqual(importRules(exportRules([])), []);
});

const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
const rule = fc.record({
  id: text(20),
  title: text(100),
  isOn: fc.boolean(),
  when: fc.record({
    sites: fc.subarray(['example.org', '*.müller.example', '[::1]']),
    types: fc.subarray(['pdf', '.tar.gz', 'video/*']),
    size: fc.record({ least: fc.option(fc.nat()), most: fc.constantFrom(null, Number.MAX_SAFE_INTEGER) }),
    url: fc.option(text(50)),
    page: fc.constantFrom(null, '/a/i', '*'),
  }),
  then: fc.record({
    folder: fc.option(text(30)),
    mask: fc.option(text(30)),
    priority: fc.constantFrom(null, 'high', 'low'),
    carrier: fc.constantFrom(null, 'browser-download'),
    conflict: fc.constantFrom(null, 'ask', 'skip'),
    start: fc.constantFrom(null, 'paused', 'skip'),
  }),
});

test('what is exported is imported as it was', () => {
  let count = 0;
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 5 }), value => {
      const rules = parseRules(value);
      if (isRuleProblem(rules)) return;
      count += rules.length;
      assert.deepEqual(importRules(exportRules(rules)), rules);
    }),
    { numRuns: 500 },
  );
  assert.ok(count > 100, `only ${count} rules`);
});

test('the most that can be exported can be imported', () => {
  // Two bytes in the text for each of these characters, and six for the last one.
  const then = { ...NO_DECISION, folder: `${'"'.repeat(950)}\uD800` };
  const rules = Array.from({ length: 500 }, (_, index) => makeRule(`${index}`, {}, { then }));
  const most = rules.findLastIndex((_, index) => !isRuleProblem(parseRules(rules.slice(0, index + 1))));
  assert.ok(most > 400 && most < 499, `${most}`);
  const exported = exportRules(rules.slice(0, most + 1));
  assert.ok(Buffer.byteLength(exported) > 1_020_000);
  assert.deepEqual(importRules(exported), rules.slice(0, most + 1));
});

describe('importRules refuses', () => {
  const frame = { format: 'longhaul-rules', version: 1, rules: [] };
  for (const [value, problem, detail] of [
    ['', 'not-json', ''],
    ['{"format":', 'not-json', '{"format":'],
    ['null', 'not-rules', ''],
    ['[]', 'not-rules', ''],
    ['{}', 'not-rules', ''],
    [{ ...frame, format: 'other' }, 'not-rules', 'other'],
    [{ ...frame, format: { deep: 1 } }, 'not-rules', '{…}'],
    [{ ...frame, version: '1' }, 'not-rules', '1'],
    [{ ...frame, version: 0 }, 'not-rules', '0'],
    [{ ...frame, version: 1.5 }, 'not-rules', '1.5'],
    [{ format: 'longhaul-rules', rules: [] }, 'not-rules', ''],
    [{ ...frame, version: 2 }, 'newer', '2'],
    [{ ...frame, version: 2, more: [] }, 'newer', '2'],
    [{ ...frame, more: [] }, 'unknown-part', 'more'],
    ['{"format":"longhaul-rules","version":1,"__proto__":{},"rules":[]}', 'unknown-part', '__proto__'],
    ['{"__proto__":{"format":"longhaul-rules","version":1,"rules":[]}}', 'not-rules', ''],
    [' '.repeat(1024 * 1024 + 1), 'text-too-long', '1048576'],
    ['€'.repeat(400_000), 'text-too-long', '1048576'],
  ] as const) {
    const given = typeof value === 'string' ? value : JSON.stringify(value);
    test(`${given.slice(0, 60)} → ${problem}`, () => {
      const found = importRules(given);
      assert.deepEqual(found, { problem, detail });
      assert.equal(isExchangeProblem(found), true);
    });
  }

  test('what is wrong with a rule, and says with which', () => {
    const rules = [makeRule('a'), { id: 'b', colour: 'red' }];
    const found = importRules(JSON.stringify({ ...frame, rules }));
    assert.deepEqual(found, { index: 1, field: null, problem: 'unknown-key', detail: 'colour' });
    assert.equal(isExchangeProblem(found), false);
    const none = importRules(JSON.stringify({ format: 'longhaul-rules', version: 1 }));
    assert.ok(!isExchangeProblem(none) && isRuleProblem(none) && none.problem === 'not-a-list');
  });
});

test('importRules: a byte order mark is no part of the text, and masks are checked', () => {
  const rules = [makeRule('a', {}, { then: { ...NO_DECISION, mask: 'm' } })];
  assert.deepEqual(importRules(`\uFEFF${exportRules(rules)}`), rules);
  const bad = makeRule('a', {}, { then: { ...NO_DECISION, mask: '*nam*' } });
  const found = importRules(exportRules([bad]));
  assert.ok(!isExchangeProblem(found) && isRuleProblem(found) && found.problem === 'bad-mask');
});

test('appended rules keep their order and their ids, but for those that are taken', () => {
  const [own, added] = [
    [makeRule('a'), makeRule('b')],
    [makeRule('c'), makeRule('b', { url: '*' })],
  ];
  assert.deepEqual(
    appended(own, added, () => 'new'),
    [...own, added[0], makeRule('new', { url: '*' })],
  );
});
