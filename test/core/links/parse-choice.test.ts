import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Choice } from '../../../src/core/links/choice.ts';
import { MOST_SITES, parseChoice, parseChoices, withChoice } from '../../../src/core/links/parse-choice.ts';

const WHOLE: Choice = {
  kinds: ['images', 'pages'],
  hosts: ['a.org'],
  include: '*.jpg',
  exclude: '/thumb/i',
  text: 'river -old',
  takes: 'all',
  mask: '*page.domain*/*name*',
  folder: 'a/b',
  conflict: 'skip',
  isPaused: true,
};

describe('a choice', () => {
  test('comes back as it was kept', () => {
    assert.deepEqual(parseChoice(JSON.parse(JSON.stringify(WHOLE))), WHOLE);
    assert.deepEqual(parseChoice({ ...WHOLE, conflict: null })?.conflict, null);
  });

  for (const [what, part] of [
    ['a kind that is none', { kinds: ['images', 'x'] }],
    ['kinds that are no list', { kinds: 'images' }],
    ['a host that is no text', { hosts: [1] }],
    ['too many hosts', { hosts: Array(101).fill('a.org') }],
    ['a pattern that cannot be read', { include: '/(/' }],
    ['a pattern that does not end', { exclude: '/x' }],
    ['a text that is none', { text: null }],
    ['a text that is too long', { text: 'x'.repeat(1_025) }],
    ['a taking that is none', { takes: 'some' }],
    ['a mask with an unknown field', { mask: '*nam*' }],
    ['a folder that leads out', { folder: '../x' }],
    ['a conflict that is none', { conflict: 'maybe' }],
    ['a switch that is none', { isPaused: 1 }],
    ['an unknown field', { more: 1 }],
  ] as const)
    test(`with ${what} is none`, () => assert.equal(parseChoice({ ...WHOLE, ...part }), null));

  test('is none where a field is missing', () => {
    for (const key of Object.keys(WHOLE)) {
      const { [key as keyof Choice]: _, ...rest } = WHOLE;
      assert.equal(parseChoice(rest), null, key);
    }
  });

  test('is read of anything without throwing', () => {
    fc.assert(fc.property(fc.anything(), value => void parseChoice(value)));
  });
});

describe('the choices of all sites', () => {
  test('leave out what is not whole', () => {
    const good = { site: 'a.org', choice: WHOLE };
    assert.deepEqual(parseChoices([good, { site: '', choice: WHOLE }, { site: 'b.org' }, null, 3]), [good]);
    assert.deepEqual(parseChoices({ good }), []);
  });

  test('keep one of each site, the newest last, and let the oldest go', () => {
    let all = withChoice([], 'first.org', WHOLE);
    for (let n = 1; n < MOST_SITES; n += 1) all = withChoice(all, `${n}.org`, WHOLE);
    all = withChoice(all, 'first.org', { ...WHOLE, text: 'new' });
    assert.equal(all.length, MOST_SITES);
    all = withChoice(all, 'more.org', WHOLE);
    assert.equal(all.length, MOST_SITES);
    assert.equal(all[0]?.site, '2.org');
    assert.equal(all.find(({ site }) => site === 'first.org')?.choice.text, 'new');
  });
});
