import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FIELD_NAMES } from '../../../src/core/naming/mask.ts';
import type { MaskValues } from '../../../src/core/naming/mask-values.ts';
import { pathOf } from './mask-sample.ts';

type Row = readonly [what: string, mask: string, path: string, changed?: Partial<MaskValues>];

function table(rows: readonly Row[]): void {
  for (const [what, mask, path, changed] of rows) {
    test(`${what}: ${mask} → ${path.length > 60 ? `${path.slice(0, 60)}…` : path}`, () => {
      assert.equal(pathOf(mask, changed), path);
    });
  }
}

/** Without an extension, so that nothing is added. */
const bare = { name: 'Report' };

describe('fields', () => {
  const rows: readonly Row[] = [
    ['the stem', '*name*', 'Report', bare],
    ['the stem of two extensions', '*name* x', 'Report x.tar.gz'],
    ['the extension whole', '*name*-*ext*', 'Report-tar.gz'],
    ['the host without its port', '*host*', 'files.example.co.uk', bare],
    ['the registrable domain', '*domain*', 'example.co.uk', bare],
    ['the folders of the URL, decoded', '*path*/*name*', 'docs/Winter term/Report', bare],
    ['the title in one line', '*title*', 'Winter term_ A_B', bare],
    ['the text of the link', '*text*', 'Part 1 _ notes', bare],
    ['the host of the page', '*page.host*', 'www.example.org', bare],
    ['the domain of the page', '*page.domain*', 'example.org', bare],
    ['the date', '*date*', '2026-02-03', bare],
    ['the year', '*y*', '2026', bare],
    ['the month', '*m*', '02', bare],
    ['the day', '*d*', '03', bare],
    ['the hour', '*hh*', '04', bare],
    ['the minute', '*mm*', '05', bare],
    ['the second', '*ss*', '06', bare],
    ['the number', '*index*', '7', bare],
    ['the number of the batch', '*batch*', '12', bare],
    ['the general type', '*type*', 'application', bare],
  ];
  table(rows);
  test('each is in the table', () => {
    const shown = new Set(rows.flatMap(([, mask]) => [...mask.matchAll(/\*([^*]+)\*/g)].map(([, field]) => field)));
    assert.deepEqual(shown, new Set<string | undefined>(FIELD_NAMES));
  });
});

describe('fields that are not known', () => {
  const unknown = {
    page: null,
    title: null,
    text: null,
    contentType: null,
    url: 'https://192.168.1.10/x',
    name: 'n.pdf',
  };
  table([
    ...['page.host', 'page.domain', 'title', 'text', 'type', 'path'].map(
      (field): Row => ['stands for nothing', `a *${field}* b`, 'a b.pdf', unknown],
    ),
    ['an extension that is not there', '*name*.*ext*', 'Report', bare],
    ['an address is its own domain', '*domain*', '192.168.1.10.pdf', unknown],
    ['a page without a host', 'a *page.host**page.domain* b', 'a b.pdf', { ...unknown, page: 'about:blank' }],
    ['a page that is no URL', 'a *page.host**page.domain* b', 'a b.pdf', { ...unknown, page: 'x' }],
    ['a type that is none', 'a *type* b', 'a b.pdf', { ...unknown, contentType: '../x' }],
  ]);
});

describe('modifiers', () => {
  table([
    ['lower', '*title.lower*', 'winter term_ a_b', bare],
    ['upper', '*title.upper*', 'WINTER TERM_ A_B', bare],
    ['upper keeps the folders', '*path.upper*/x', 'DOCS/WINTER TERM/x', bare],
    ['flat: no folder marks', '*title.flat*', 'Winter term- A-B', bare],
    ['flat: no bars', '*text.flat*', 'Part 1 - notes', bare],
    ['flat: a path is one name', '*path.flat*', 'docs-Winter term', bare],
    ['flat: an empty folder is none', '*path.flat*', 'a-b', { ...bare, url: 'https://a.test//a//b//' }],
    ['cut', '*title.6*', 'Winter', bare],
    ['cut: no space is left at the end', '*title.7*-*name*', 'Winter-Report', bare],
    ['cut: longer than it is', '*name.999*', 'Report', bare],
    ['cut: characters are whole', '*text.2*', '🦊🦊', { ...bare, text: '🦊🦊🦊' }],
    ['cut: accents stay where they belong', '*text.1*', 'é', { ...bare, text: 'e\u0301e\u0301' }],
    ['pad', '*index.000*', '007', bare],
    ['pad: never cuts', '*batch.0*', '12', bare],
    ['pad: fewer than usual', '*m.0*', '2', bare],
    ['pad: more than usual', '*y.00000*', '02026', bare],
    ['one after the other', '*title.flat.11.upper*', 'WINTER TERM', bare],
    ['of a field with a dot in its name', '*page.host.upper.3*', 'WWW', bare],
    ['a flattened path can be cut', '*path.flat.4.upper*', 'DOCS', bare],
  ]);
});

describe('folders', () => {
  table([
    ['slashes of either kind', 'a\\b/*name*', 'a/b/Report', bare],
    ['more of them than needed', 'a//b\\/./*name*', 'a/b/Report', bare],
    ['an empty one is left out', 'a/*page.host*/b', 'a/b', { ...bare, page: null }],
    ['the path in the name makes folders too', 'x *path* y', 'x docs/Winter term y', bare],
    ['no value makes one', '*title*/*text*', '_.._x/C__y', { ...bare, title: '../../x', text: 'C:\\y' }],
    ['an encoded slash makes none', '*path*/x', 'a_b/_c/x', { ...bare, url: 'https://a.test/a%2Fb/%2e%2e%5cc/z' }],
    ['dots in the address climb nowhere', '*path*/x', 'b/x', { ...bare, url: 'https://a.test/a/%2e%2E/%2e/b/z' }],
    ['a reserved name', '*title*/x', '_con/x', { ...bare, title: 'con' }],
  ]);
});

describe('extensions', () => {
  table([
    ['is added', '*date*', '2026-02-03.tar.gz'],
    ['is added behind a dot of the mask', '*date*. ', '2026-02-03.tar.gz'],
    ['is where the mask has it', '*name*.*ext*', 'Report.tar.gz'],
    ['is as the mask writes it', '*name*.*ext.upper*', 'Report.TAR.GZ'],
    ['is where the mask has it, even elsewhere', '*ext* *name*', 'tar.gz Report'],
    ['is there already', 'x.Tar.gz', 'x.Tar.gz'],
    ['is there already, composed otherwise', 'x.e\u0301', 'x.\u00e9', { name: 'y.\u00e9' }],
    ['another is no such one', 'x.zip', 'x.zip.tar.gz'],
    ['in a folder it does not count', '*ext*/*name*', 'tar.gz/Report.tar.gz'],
    ['before a path it does not count', '*ext* *path*', 'tar.gz docs/Winter term.tar.gz'],
    ['a device with it', 'con', '_con.tar.gz'],
    ['alone it is no name', '*title*.*ext*', 'Report.tar.gz', { title: null }],
    ['alone it is no name, with a space', '*title* *ext.upper*', 'Report.tar.gz', { title: '\n' }],
  ]);
});

describe('empty fields', () => {
  const nothing = { ...bare, title: null, text: null };
  table([
    ['at the beginning', '*title* - *name*', 'Report', nothing],
    ['at the end', '*name* - *title*', 'Report', nothing],
    ['in the middle', '*date* - *title* - *name*', '2026-02-03 - Report', nothing],
    ['two in a row', '*date*, *title* - *text* _ *name*', '2026-02-03 _ Report', nothing],
    ['two at the end', '*name* - *title* - *text*', 'Report', nothing],
    ['before the extension', '*date* - *title*.*ext*', '2026-02-03.pdf', { ...nothing, name: 'a.pdf' }],
    ['without a separator', '*name**title*2', 'Report2', nothing],
    ['a separator that is not theirs', '*name**title* - x', 'Report - x', nothing],
    ['in brackets, which stay', '*name* (*title*)', 'Report ()', nothing],
    ['none: all stays', '(*index*) - *date* .. *name*', '(7) - 2026-02-03 .. Report', nothing],
    ['the whole name', 'a/*title* - *text*', 'a/Report', nothing],
  ]);
});

describe('lengths', () => {
  const long = (length: number): string => 'abcdefghij'.repeat(100).slice(0, length);
  const title = long(1000);
  const text = long(30);
  const name = 'x.pdf';
  table([
    ['a name', '*title*', `${long(196)}.pdf`, { title, name }],
    ['a folder', '*title*/*name*', `${long(80)}/x.pdf`, { title, name }],
    ['folders, as many as fit', '*title*/*text*/*name*', `${long(80)}/${text}/x.pdf`, { title, text, name }],
    ['folders, to the last character', '*title.79*/*title.39*/b', `${long(79)}/${long(39)}/b.pdf`, { title, name }],
    ['folders, and one more', '*title.79*/*title.40*/b', `${long(79)}/b.pdf`, { title, name }],
    ['folders, all below one that does not', '*title*/*title*/b/*name*', `${long(80)}/x.pdf`, { title, name }],
    [
      'the name has what they leave',
      '*title*/*text*/*title*',
      `${long(80)}/${text}/${long(84)}.pdf`,
      { title, text, name },
    ],
    ['three bytes a character', '*title*', `${'日'.repeat(78)}.pdf`, { title: '日'.repeat(500), name }],
    ['a cut that leaves nothing', '*name**ext*', `${'_'.repeat(196)}.pdf`, { name: `${'_'.repeat(210)}.pdf` }],
    ['a cut that leaves nothing of the plain name', '*name*', 'download', { name: `${'_'.repeat(210)}a` }],
    ['the plain name', '*text*', `${long(196)}.pdf`, { text: null, name: `${long(230)}.pdf` }],
  ]);
  test('a folder does not depend on the name in it', () => {
    const [folder] = pathOf('*title*/*name*', { title, name: 'a.pdf' }).split('/');
    assert.ok(pathOf('*title*/*name*', { title, name: `${long(230)}.pdf` }).startsWith(`${folder}/`));
  });
});

test('a plain name that is not safe', () => {
  assert.equal(pathOf('*name*', { name: '..' }), 'download');
  assert.equal(pathOf('*name* *date*', { name: 'con.pdf' }), '_con 2026-02-03.pdf');
});
