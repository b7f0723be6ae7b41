import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isFiltering, type LinkFilter, NO_FILTER, readFilter, takenBy } from '../../../src/core/links/choice.ts';
import { makeOffer } from './make-link.ts';

const OFFER = makeOffer(
  { url: 'https://a.org/One.zip', text: 'first' },
  { url: 'https://b.org/two.zip?size=2', text: 'second' },
  { url: 'https://www.b.org/three.png', text: 'third' },
  { url: 'https://b.org/four.html' },
  { url: 'http://127.0.0.1/five.zip' },
);

function fitting(part: Partial<LinkFilter>): number[] {
  const { matches } = readFilter({ ...NO_FILTER, ...part });
  return [...OFFER.entries()].flatMap(([place, link]) => (matches(link) ? [place] : []));
}

describe('a filter', () => {
  const table: [what: string, part: Partial<LinkFilter>, places: number[]][] = [
    ['nothing', {}, [0, 1, 2, 3, 4]],
    ['a word, whatever its case', { text: 'ONE' }, [0]],
    ['all words', { text: 'zip b.org' }, [1]],
    ['a word that must not be there', { text: '-zip' }, [2, 3]],
    ['a minus that waits for its word', { text: ' - ' }, [0, 1, 2, 3, 4]],
    ['a kind', { kinds: ['images'] }, [2]],
    ['one of several kinds', { kinds: ['images', 'pages'] }, [2, 3]],
    ['a host, without www', { hosts: ['b.org'] }, [1, 2, 3]],
    ['a glob over the name, though the address goes on', { include: '*.zip' }, [0, 1, 4]],
    ['a glob over the address', { include: 'https://b.org/*' }, [1, 3]],
    ['one of several globs', { include: ' *.png  one* ' }, [0, 2]],
    ['a word for a glob', { include: 'four' }, [3]],
    ['an expression', { include: '/(two|three)\\./' }, [1, 2]],
    ['an expression with a space', { include: '/t h/' }, []],
    ['an expression without its case', { exclude: '/ONE/i' }, [1, 2, 3, 4]],
    ['both patterns', { include: '*.zip', exclude: '*two*' }, [0, 4]],
    ['all of it', { include: '*.zip', exclude: '/^One/', hosts: ['b.org'], kinds: ['archives'], text: 'second' }, [1]],
    ['kinds and hosts that nothing has', { kinds: ['audio'], hosts: ['b.org'] }, []],
  ];
  for (const [what, part, places] of table) test(what, () => assert.deepEqual(fitting(part), places));

  test('whose pattern cannot be read says so, and narrows nothing by it', () => {
    const read = readFilter({ ...NO_FILTER, include: '/(/', exclude: '/x' });
    assert.equal(read.includeProblem?.problem, 'pattern-syntax');
    assert.equal(read.excludeProblem?.problem, 'pattern-open');
    assert.ok(OFFER.every(read.matches));
  });

  test('is bounded: neither a long list of globs nor a heavy expression is searched for', () => {
    assert.equal(readFilter({ ...NO_FILTER, include: 'a* '.repeat(200) }).includeProblem?.problem, 'pattern-long');
    assert.equal(
      readFilter({ ...NO_FILTER, exclude: '/(a{1,900}){1,900}/' }).excludeProblem?.problem.startsWith('pattern-'),
      true,
    );
  });

  test('of blanks is none', () => {
    assert.equal(isFiltering({ ...NO_FILTER, text: ' ', include: '\t' }), false);
    assert.equal(isFiltering({ ...NO_FILTER, hosts: ['a.org'] }), true);
  });

  test('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, include, exclude) => {
        for (const link of OFFER) readFilter({ ...NO_FILTER, text, include, exclude }).matches(link);
      }),
    );
  });
});

describe('a choice takes by itself', () => {
  const taken = (part: Partial<Parameters<typeof takenBy>[0]>, known: readonly string[] = []): string[] =>
    takenBy({ ...NO_FILTER, takes: 'files', ...part }, OFFER, url => known.includes(url)).map(({ name }) => name);

  test('what looks like a file, and nothing of the own network', () => {
    assert.deepEqual(taken({}), ['One.zip', 'two.zip', 'three.png']);
  });
  test('all that fits, where all was wanted, and still nothing of the own network', () => {
    assert.deepEqual(taken({ takes: 'all' }), ['One.zip', 'two.zip', 'three.png', 'four.html']);
    assert.deepEqual(taken({ takes: 'all', include: '*five*' }), []);
  });
  test('only what fits', () => assert.deepEqual(taken({ exclude: '*.png' }), ['One.zip', 'two.zip']));
  test('nothing that is known', () => assert.deepEqual(taken({}, ['https://a.org/One.zip']), ['two.zip', 'three.png']));
});
