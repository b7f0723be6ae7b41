import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decide, explain } from '../../../src/core/rules/decide.ts';
import type { Condition, Known } from '../../../src/core/rules/rule.ts';
import { makeKnown, makeRule } from './make-rule.ts';

const size = (least: number | null, most: number | null): Partial<Condition> => ({ size: { least, most } });
const page = 'https://forum.example/thread/7';

/** What a rule of this condition says to this link: the verdict, and the field that it is about. */
const CASES: readonly (readonly [when: Partial<Condition>, known: Partial<Known>, verdict: string])[] = [
  [{}, {}, 'matches'],
  [{ sites: ['example.org'] }, {}, 'matches'],
  [{ sites: ['other.test', 'example.org'] }, {}, 'matches'],
  [{ sites: ['other.test'] }, {}, 'differs sites'],
  [{ sites: ['example.org'] }, { url: 'https://EXAMPLE.org./a' }, 'matches'],
  [{ url: '*/report.pdf' }, {}, 'matches'],
  [{ url: '/REPORT/' }, {}, 'differs url'],
  [{ page: '*forum*' }, { page }, 'matches'],
  [{ page: '*forum*' }, { page: 'https://other.test/' }, 'differs page'],
  [{ page: '*' }, { page: null }, 'differs page'],
  [size(10, null), { size: 10 }, 'matches'],
  [size(10, null), { size: 9 }, 'differs size'],
  [size(null, 10), { size: 10 }, 'matches'],
  [size(null, 10), { size: 11 }, 'differs size'],
  [size(0, 0), { size: 0 }, 'matches'],
  [size(1, 5), { size: 3 }, 'matches'],
  [size(1, null), {}, 'unsure size'],
  [size(0, null), { isFinal: true }, 'differs size'],
  [{ types: ['video/*', 'pdf'] }, {}, 'matches'],
  [{ types: ['video/*'] }, {}, 'unsure types'],
  [{ types: ['video/*', 'zip'] }, { contentType: 'text/html', isFinal: true }, 'differs types'],
  [{ types: ['video/*'], ...size(1, null) }, {}, 'unsure types'],
  [{ types: ['video/*'], ...size(1, null) }, { size: 0 }, 'differs size'],
  [{ ...size(1, null), sites: ['other.test'] }, {}, 'differs sites'],
];

for (const [when, known, verdict] of CASES) {
  test(`${JSON.stringify(when)} ← ${JSON.stringify(known)}: ${verdict}`, () => {
    const rule = makeRule('one', when);
    const [step] = explain([rule], makeKnown(known));
    assert.equal([step?.verdict, step?.field].filter(Boolean).join(' '), verdict);
    const decided = verdict === 'matches' ? rule : verdict.startsWith('unsure') ? 'unsure' : null;
    assert.equal(decide([rule], makeKnown(known)), decided);
  });
}

describe('decide', () => {
  const all = makeRule('all');
  const off = makeRule('off', {}, { isOn: false });
  const other = makeRule('other', { sites: ['other.test'] });
  const big = makeRule('big', size(1_000, null));

  test('the first rule that fits decides', () => {
    const first = makeRule('first');
    assert.equal(decide([other, off, first, all], makeKnown()), first);
  });

  test('no rule, or none that fits: nothing is decided', () => {
    assert.equal(decide([], makeKnown()), null);
    assert.equal(decide([other, off], makeKnown()), null);
  });

  test('a later rule does not win before an earlier one is certain', () => {
    assert.equal(decide([big, all], makeKnown()), 'unsure');
    assert.equal(decide([big, all], makeKnown({ size: 1_000 })), big);
    assert.equal(decide([big, all], makeKnown({ size: 999 })), all);
    assert.equal(decide([big, all], makeKnown({ isFinal: true })), all);
    assert.equal(decide([all, big], makeKnown()), all);
  });
});

describe('explain', () => {
  test('says what the link has and what the rule wants there', () => {
    const rules = [
      makeRule('a', { sites: ['a.test', 'b.test'] }),
      makeRule('b', { types: ['zip', 'video/*'] }),
      makeRule('c', size(5, null)),
      makeRule('d', size(null, 5)),
      makeRule('e', size(5, 6)),
      makeRule('f', { page: '*x' }),
      makeRule('g', {}, { isOn: false }),
      makeRule('h'),
      makeRule('i'),
      makeRule('j', {}, { isOn: false }),
    ];
    const known = makeKnown({ size: 7, contentType: 'text/html; charset=x', name: 'A.tar.gz' });
    const steps = explain(rules, known).map(({ rule, verdict, field, found, wanted }) =>
      [rule, verdict, field, found, wanted].map(cell => cell ?? '-').join(' | '),
    );
    assert.deepEqual(steps, [
      'a | differs | sites | files.example.org | a.test, b.test',
      'b | differs | types | .tar.gz, text/html | zip, video/*',
      'c | matches | - | - | -',
      'd | after-match | - | - | -',
      'e | after-match | - | - | -',
      'f | after-match | - | - | -',
      'g | off | - | - | -',
      'h | after-match | - | - | -',
      'i | after-match | - | - | -',
      'j | off | - | - | -',
    ]);
  });

  test('a size is told as the rule has it', () => {
    const wanted = [size(5, null), size(null, 5), size(5, 6)].map(
      when => explain([makeRule('a', when)], makeKnown())[0],
    );
    assert.deepEqual(
      wanted.map(step => [step?.verdict, step?.found, step?.wanted]),
      [
        ['unsure', null, '≥ 5'],
        ['unsure', null, '≤ 5'],
        ['unsure', null, '5–6'],
      ],
    );
  });

  test('rules after one that is unsure are judged too', () => {
    const rules = [makeRule('a', size(1, null)), makeRule('b', { sites: ['x.test'] }), makeRule('c'), makeRule('d')];
    assert.deepEqual(
      explain(rules, makeKnown()).map(({ verdict }) => verdict),
      ['unsure', 'differs', 'matches', 'after-match'],
    );
  });
});

const condition = fc.record(
  {
    sites: fc.subarray(['example.org', '*.example.org', 'other.test']),
    types: fc.subarray(['pdf', 'zip', 'video/*', 'application/pdf']),
    size: fc.record({ least: fc.constantFrom(null, 0, 5), most: fc.constantFrom(null, 5, 9) }),
    url: fc.constantFrom(null, '*', '*.zip', '/report/'),
    page: fc.constantFrom(null, '*', '*forum*'),
  },
  { requiredKeys: [] },
);
const rules = fc
  .array(fc.record({ when: condition, isOn: fc.boolean() }), { maxLength: 6 })
  .map(made => made.map(({ when, isOn }, index) => makeRule(`${index}`, when, { isOn })));
const known = fc.record({
  page: fc.constantFrom(null, page),
  name: fc.constantFrom(null, 'a.zip', 'b.pdf'),
  contentType: fc.constantFrom(null, 'application/pdf', 'video/mp4', 'application/octet-stream'),
  size: fc.constantFrom(null, 0, 5, 7),
  isFinal: fc.boolean(),
});

test('decide and explain tell the same', () => {
  fc.assert(
    fc.property(rules, known, (rules, known) => {
      const first = explain(rules, makeKnown(known)).find(
        ({ verdict }) => verdict === 'matches' || verdict === 'unsure',
      );
      const decided = decide(rules, makeKnown(known));
      if (first?.verdict === 'unsure') assert.equal(decided, 'unsure');
      else assert.equal(decided === 'unsure' ? decided : (decided?.id ?? null), first?.rule ?? null);
    }),
  );
});

test('what is decided before all is known stays so when the rest becomes known, but for what the URL alone had told', () => {
  const learnt = fc.record({
    size: fc.constantFrom(0, 5, 7, 20),
    contentType: fc.constantFrom('application/pdf', 'video/mp4', 'text/html'),
  });
  fc.assert(
    fc.property(rules, known, learnt, (rules, known, learnt) => {
      const early = decide(rules, makeKnown({ ...known, isFinal: false }));
      if (early === 'unsure') return;
      const size = known.size ?? learnt.size;
      const isSaid = known.contentType !== null && known.contentType !== 'application/octet-stream';
      const contentType = isSaid ? known.contentType : learnt.contentType;
      const late = decide(rules, makeKnown({ ...known, size, contentType, isFinal: true }));
      assert.equal(late, early);
    }),
  );
});

test('when nothing more will be learnt, nothing is unsure', () => {
  fc.assert(
    fc.property(rules, known, (rules, known) => {
      assert.notEqual(decide(rules, makeKnown({ ...known, isFinal: true })), 'unsure');
    }),
  );
});
