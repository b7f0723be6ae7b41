import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FIELD_NAMES, isMaskProblem, type MaskProblem } from '../../../src/core/naming/mask.ts';
import { parseMask } from '../../../src/core/naming/parse-mask.ts';
import { readMask } from './mask-sample.ts';

/** A problem, and under the mask the place of it: `^` for each UTF-16 unit. */
type Row = readonly [mask: string, place: string, problem: MaskProblem['problem'], known?: string];

function table(rows: readonly Row[]): void {
  for (const [text, place, problem, known = null] of rows) {
    test(`${JSON.stringify(text)}: ${problem}${known === null ? '' : `, ${known} was meant`}`, () => {
      const found = parseMask(text);
      assert.ok(isMaskProblem(found), 'it was read');
      assert.deepEqual(
        [`${' '.repeat(found.at)}${'^'.repeat(found.length)}`, found.problem, found.known],
        [place, problem, known],
      );
      assert.equal(text.slice(found.at, found.at + found.length), found.found);
    });
  }
}

describe('a mask that says nothing', () => {
  table([
    ['', '', 'empty'],
    [' \t', '^^', 'empty'],
    ['docs/', '    ^', 'no-name'],
    ['*y*/*m*//', '       ^^', 'no-name'],
    ['docs/ . ', '    ^^^^', 'no-name'],
    ['...', '^^^', 'no-name'],
    ['_', '^', 'no-name'],
  ]);
});

describe('a mask that leads out of the download folder', () => {
  table([
    ['/docs/*name*', '^', 'outside'],
    ['\\*name*', '^', 'outside'],
    [' /*name*', '^^', 'outside'],
    ['c:\\*name*', '^^', 'outside'],
    ['../*name*', '^^', 'outside'],
    ['*y*/ .. \\*name*', '    ^^^^', 'outside'],
    ['a//../*name*', '   ^^', 'outside'],
    ['*y*/..', '    ^^', 'outside'],
  ]);
  for (const text of ['..a/*name*', '*y*../*name*', '*name*..', 'a/.../*name*', '*name*: x'])
    test(`${text} does not`, () => void readMask(text));
});

describe('asterisks', () => {
  table([
    ['*name', '^^^^^', 'unclosed'],
    ['*', '^', 'unclosed'],
    ['*name* *ext', '       ^^^^', 'unclosed'],
    ['a/*name/*ext*', '  ^^^^^', 'unclosed'],
    ['*name - *ext*', '^^^^^^^^^', 'unknown-field', 'name'],
    ['a**b', ' ^^', 'unknown-field'],
    ['🦊 *nmae*', '   ^^^^^^', 'unknown-field', 'name'],
  ]);
});

describe('fields', () => {
  table([
    ['*Name*', '^^^^^^', 'unknown-field', 'name'],
    ['*tilte*', '^^^^^^^', 'unknown-field', 'title'],
    ['*pagehost*', '^^^^^^^^^^', 'unknown-field', 'page.host'],
    ['*page.hots.lower*', '^^^^^^^^^^^^^^^^^', 'unknown-field', 'page.host'],
    ['*page*', '^^^^^^', 'unknown-field', 'page.host'],
    ['*page.title*', '^^^^^^^^^^^^', 'unknown-field', 'title'],
    ['*year*', '^^^^^^', 'unknown-field', 'y'],
    ['*num.000*', '^^^^^^^^^', 'unknown-field', 'index'],
    ['*flattitle*', '^^^^^^^^^^^', 'unknown-field', 'title.flat'],
    ['*name *', '^^^^^^^', 'unknown-field', 'name'],
    ['*x*', '^^^', 'unknown-field'],
    ['*constructor*', '^^^^^^^^^^^^^', 'unknown-field'],
    ['*日本*', '^^^^', 'unknown-field'],
  ]);
  for (const name of FIELD_NAMES)
    test(`*${name}* is one`, () => {
      assert.deepEqual(readMask(`*${name}*`), { folders: [], name: [{ piece: 'field', field: name, modifiers: [] }] });
    });
});

describe('modifiers', () => {
  table([
    ['*name.loewr*', '     ^^^^^^', 'unknown-modifier', 'lower'],
    ['*title.Flat*', '      ^^^^^', 'unknown-modifier', 'flat'],
    ['*title.lower.*', '            ^', 'unknown-modifier'],
    ['*title.04*', '      ^^^', 'unknown-modifier'],
    ['*title.1000*', '      ^^^^^', 'unknown-modifier'],
    ['*title.-1*', '      ^^^', 'unknown-modifier'],
    ['*index.0000000000*', '      ^^^^^^^^^^^', 'unknown-modifier'],
    ['*page.host.lower.bold*', '                ^^^^^', 'unknown-modifier'],
    ['*title.000*', '      ^^^^', 'modifier-does-not-fit'],
    ['*index.lower*', '      ^^^^^^', 'modifier-does-not-fit'],
    ['*index.3*', '      ^^', 'modifier-does-not-fit'],
    ['*index.00.000*', '         ^^^^', 'modifier-does-not-fit'],
    ['*date.upper*', '     ^^^^^^', 'modifier-does-not-fit'],
    ['*date.00*', '     ^^^', 'modifier-does-not-fit'],
    ['*path.40*', '     ^^^', 'modifier-does-not-fit'],
    ['a/*path.lower.00*', '             ^^^', 'modifier-does-not-fit'],
  ]);
});

test('the longest mask is read; one that is longer is not, from there on', () => {
  readMask('a'.repeat(1024));
  const problem = parseMask('a'.repeat(1027));
  assert.deepEqual(problem, { problem: 'too-long', at: 1024, length: 3, found: 'aaa', known: null });
});

test('a mask in its pieces', () => {
  assert.deepEqual(readMask('a - *y*\\/*title.flat.9*.*index.00*'), {
    folders: [
      [
        { piece: 'words', text: 'a' },
        { piece: 'separator', text: ' - ' },
        { piece: 'field', field: 'y', modifiers: [] },
      ],
    ],
    name: [
      { piece: 'field', field: 'title', modifiers: [{ modify: 'flat' }, { modify: 'cut', most: 9 }] },
      { piece: 'separator', text: '.' },
      { piece: 'field', field: 'index', modifiers: [{ modify: 'pad', digits: 2 }] },
    ],
  });
});
