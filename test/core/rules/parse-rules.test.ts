import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isRuleProblem, MOST_RULES, parseRules, wholeRules } from '../../../src/core/rules/parse-rules.ts';
import type { Rule } from '../../../src/core/rules/rule.ts';
import { makeRule, NO_CONDITION, NO_DECISION } from './make-rule.ts';

const FULL: Rule = {
  id: 'one',
  title: 'Films',
  isOn: false,
  when: {
    sites: ['example.org', '*.example.net', 'Müller.example'],
    types: ['.mp4', 'video/*'],
    size: { least: 0, most: 2 ** 40 },
    url: String.raw`/\/films\/\d+/i`,
    page: 'https://example.org/*',
  },
  then: {
    folder: 'Films/New',
    mask: '*name*.*ext*',
    priority: 'low',
    carrier: 'background-fetch',
    conflict: 'overwrite',
    start: 'paused',
  },
};

describe('parseRules takes', () => {
  test('whole rules as they are', () => {
    const rules = [FULL, makeRule('two')];
    assert.deepEqual(parseRules(structuredClone(rules)), rules);
  });

  test('no rules', () => assert.deepEqual(parseRules([]), []));

  test('what is not there as empty', () => {
    const empty: Rule = { id: 'a', title: '', isOn: true, when: NO_CONDITION, then: NO_DECISION };
    assert.deepEqual(parseRules([{ id: 'a' }]), [empty]);
    assert.deepEqual(parseRules([{ id: 'a', when: {}, then: {}, title: null, isOn: null }]), [empty]);
    assert.deepEqual(parseRules([{ id: 'a', when: { size: {} } }]), [empty]);
    assert.deepEqual(parseRules([{ id: 'a', when: null, then: null }]), [empty]);
  });
});

/** One field of an otherwise whole rule, what stands there, and where and what the problem is. */
const BAD: readonly (readonly [path: string, value: unknown, where: string, problem: string, detail: string])[] = [
  ['id', undefined, 'id', 'bad-id', ''],
  ['id', '', 'id', 'bad-id', ''],
  ['id', ' ', 'id', 'bad-id', ' '],
  ['id', 7, 'id', 'bad-id', '7'],
  ['id', 'x'.repeat(65), 'id', 'bad-id', 'x'.repeat(65)],
  ['title', 7, 'title', 'bad-title', '7'],
  ['title', 'x'.repeat(201), 'title', 'bad-title', `${'x'.repeat(199)}…`],
  ['isOn', 'yes', 'isOn', 'bad-switch', 'yes'],
  ['isOn', 0, 'isOn', 'bad-switch', '0'],
  ['unless', {}, '', 'unknown-key', 'unless'],
  ['when', [], 'when', 'not-an-object', '[…]'],
  ['when', 'always', 'when', 'not-an-object', 'always'],
  ['when.host', 'x', 'when', 'unknown-key', 'host'],
  ['when.sites', 'example.org', 'when.sites', 'not-texts', 'example.org'],
  ['when.sites', Array(101).fill('a.test'), 'when.sites', 'not-texts', '[…]'],
  ['when.sites', ['a.test', 'https://b.test/'], 'when.sites', 'bad-site', 'https://b.test/'],
  ['when.sites', [null], 'when.sites', 'bad-site', 'null'],
  ['when.types', {}, 'when.types', 'not-texts', '{…}'],
  ['when.types', ['pdf', 'a b'], 'when.types', 'bad-type', 'a b'],
  ['when.types', [['pdf']], 'when.types', 'bad-type', '[…]'],
  ['when.size', 5, 'when.size', 'not-an-object', '5'],
  ['when.size', { least: 1, unit: 'MB' }, 'when.size', 'unknown-key', 'unit'],
  ['when.size', { least: -1 }, 'when.size', 'bad-size', '-1–null'],
  ['when.size', { most: 1.5 }, 'when.size', 'bad-size', 'null–1.5'],
  ['when.size', { most: '5' }, 'when.size', 'bad-size', 'null–5'],
  ['when.size', { most: 2 ** 53 }, 'when.size', 'bad-size', 'null–9007199254740992'],
  ['when.size', { least: 2, most: 1 }, 'when.size', 'bad-size', '2–1'],
  ['when.url', 7, 'when.url', 'bad-address', '7'],
  ['when.url', '', 'when.url', 'pattern-empty', ''],
  ['when.url', '/(a/', 'when.url', 'pattern-syntax', '(a'],
  ['when.page', '/a', 'when.page', 'pattern-open', '/a'],
  ['when.page', '/a{1000}{9}/', 'when.page', 'pattern-syntax', '{1000}{9}'],
  ['then', true, 'then', 'not-an-object', 'true'],
  ['then.then', {}, 'then', 'unknown-key', 'then'],
  ['then.folder', '', 'then.folder', 'bad-folder', ''],
  ['then.folder', '/etc', 'then.folder', 'bad-folder', '/etc'],
  ['then.folder', String.raw`C:\x`, 'then.folder', 'bad-folder', String.raw`C:\x`],
  ['then.folder', String.raw`a\..\..`, 'then.folder', 'bad-folder', String.raw`a\..\..`],
  ['then.folder', 7, 'then.folder', 'bad-folder', '7'],
  ['then.folder', 'x'.repeat(1_025), 'then.folder', 'bad-folder', `${'x'.repeat(199)}…`],
  ['then.mask', ' ', 'then.mask', 'bad-mask', ' '],
  ['then.mask', [], 'then.mask', 'bad-mask', '[…]'],
  ['then.priority', 'top', 'then.priority', 'bad-priority', 'top'],
  ['then.carrier', 'pigeon', 'then.carrier', 'bad-carrier', 'pigeon'],
  ['then.conflict', '', 'then.conflict', 'bad-conflict', ''],
  ['then.conflict', 'toString', 'then.conflict', 'bad-conflict', 'toString'],
  ['then.start', true, 'then.start', 'bad-start', 'true'],
];

for (const [path, value, where, problem, detail] of BAD) {
  test(`parseRules: ${path} = ${(JSON.stringify(value) ?? 'nothing').slice(0, 40)} → ${where} ${problem}`, () => {
    const bad: Record<string, unknown> = structuredClone({ ...FULL, id: 'bad' });
    const [first = '', second] = path.split('.');
    if (second === undefined) bad[first] = value;
    else Object.assign(bad[first] as object, { [second]: value });
    const expected = { index: 1, field: where === '' ? null : where, problem, detail };
    assert.deepEqual(parseRules([FULL, bad, { id: 7 }]), expected);
  });
}

const ofList = (problem: string, detail: string) => ({ index: null, field: null, problem, detail });

describe('parseRules refuses', () => {
  for (const value of [null, undefined, {}, 'rules', 5, { length: 0 }]) {
    test(`${JSON.stringify(value) ?? 'nothing'} instead of a list`, () => {
      assert.equal((parseRules(value) as { problem?: string }).problem, 'not-a-list');
    });
  }

  test('what is no rule', () => {
    for (const value of [null, 'x', [], 7])
      assert.deepEqual(
        [parseRules([value])].map(found => isRuleProblem(found) && found.problem),
        ['not-an-object'],
      );
  });

  test('two of one id', () => {
    assert.deepEqual(parseRules([makeRule('a'), makeRule('b'), makeRule('a')]), {
      index: 2,
      field: 'id',
      problem: 'same-id',
      detail: 'a',
    });
  });

  test('more than five hundred', () => {
    const rules = Array.from({ length: MOST_RULES + 1 }, (_, index) => makeRule(`${index}`));
    assert.deepEqual(parseRules(rules), ofList('too-many', '501'));
    assert.equal(isRuleProblem(parseRules(rules.slice(1))), false);
  });

  test('more than a megabyte of them', () => {
    const then = { ...NO_DECISION, folder: '€'.repeat(1_000) };
    const rules = Array.from({ length: 500 }, (_, index) => makeRule(`${index}`, {}, { then }));
    assert.deepEqual(parseRules(rules), ofList('too-long', '1024000'));
    assert.equal(isRuleProblem(parseRules(rules.slice(0, 300))), false);
  });

  test('patterns that together are too heavy', () => {
    const url = `*${'a'.repeat(499)}`;
    const rules = Array.from({ length: 21 }, (_, index) => makeRule(`${index}`, { url }));
    assert.deepEqual(parseRules(rules), ofList('too-heavy', '10500'));
    assert.equal(isRuleProblem(parseRules(rules.slice(1))), false);
  });

  test('keys of the prototype', () => {
    for (const text of ['[{"id":"a","__proto__":{}}]', '[{"id":"a","when":{"constructor":1}}]']) {
      const found = parseRules(JSON.parse(text));
      assert.equal(isRuleProblem(found) && found.problem, 'unknown-key');
    }
    const found = parseRules(JSON.parse('[{"__proto__":{"id":"a"}}]'));
    assert.equal(isRuleProblem(found) && found.detail, '__proto__');
  });

  test('what is deeper than any stack', () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const found = parseRules([{ id: 'a', when: { url: deep } }]);
    assert.deepEqual(found, { index: 0, field: 'when.url', problem: 'bad-address', detail: '[…]' });
  });
});

test('wholeRules: of what is stored the whole ones are kept, each once', () => {
  assert.deepEqual(wholeRules([FULL, makeRule('two')]), [FULL, makeRule('two')]);
  assert.deepEqual(wholeRules([FULL, { id: 'new', when: { mood: 'blue' } }, null, makeRule('two')]), [
    FULL,
    makeRule('two'),
  ]);
  assert.deepEqual(wholeRules([makeRule('a'), makeRule('b'), makeRule('a')]), [makeRule('a'), makeRule('b')]);
  for (const stored of [undefined, null, 'x', {}, [[]]]) assert.deepEqual(wholeRules(stored), []);
});

test('a mask that cannot be read is named, with its rule', () => {
  const bad = { ...FULL, id: 'two', then: { ...FULL.then, mask: '*nam*' } };
  assert.deepEqual(parseRules([FULL, bad]), { index: 1, field: 'then.mask', problem: 'bad-mask', detail: '*nam*' });
});

test('anything is rules or a problem, and rules are read as they were', () => {
  const part = fc.oneof(
    fc.anything(),
    { weight: 9, arbitrary: fc.constant(null) },
    fc.constantFrom('a', 'skip', 'high', '*.zip', 5, true, ['pdf'], { least: 1 }),
  );
  const object = (keys: readonly string[]) =>
    fc.record(Object.fromEntries(keys.map(key => [key, part])), { requiredKeys: [] });
  const rule = fc.record(
    {
      id: fc.oneof({ weight: 9, arbitrary: fc.string({ minLength: 1 }) }, part),
      title: part,
      isOn: part,
      when: fc.oneof(object(Object.keys(NO_CONDITION)), part),
      then: fc.oneof(object(Object.keys(NO_DECISION)), part),
    },
    { requiredKeys: ['id'] },
  );
  let whole = 0;
  fc.assert(
    fc.property(fc.oneof(fc.array(rule, { maxLength: 3 }), fc.anything()), value => {
      const parsed = parseRules(value);
      if (isRuleProblem(parsed)) {
        assert.equal(typeof parsed.detail, 'string');
        return;
      }
      whole += parsed.length;
      for (const each of parsed) {
        assert.deepEqual(Object.keys(each), Object.keys(FULL));
        assert.deepEqual(Object.keys(each.when), Object.keys(NO_CONDITION));
        assert.deepEqual(Object.keys(each.then), Object.keys(NO_DECISION));
      }
      assert.deepEqual(parseRules(JSON.parse(JSON.stringify(parsed))), parsed);
    }),
    { numRuns: 3_000 },
  );
  assert.ok(whole > 20, `only ${whole} rules were whole`);
});
