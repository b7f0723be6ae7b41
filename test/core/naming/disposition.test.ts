import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'content-disposition';
import { nameOfDisposition } from '../../../src/core/naming/disposition.ts';

/** As `Headers.get` gives it: one character a byte. */
const asBytes = (text: string): string => Buffer.from(text, 'utf-8').toString('latin1');

const HEADERS: readonly (readonly [what: string, header: string, name: string | null])[] = [
  ['quoted', 'attachment; filename="a b.zip"', 'a b.zip'],
  ['a token', 'attachment; filename=a.zip', 'a.zip'],
  ['a token with spaces', 'attachment; filename=a b.zip', 'a b.zip'],
  ['inline', 'inline; filename="a.zip"', 'a.zip'],
  ['capitals', 'ATTACHMENT; FILENAME="a.zip"', 'a.zip'],
  ['other parameters', 'attachment; size=5; filename=a.zip; foo=bar', 'a.zip'],
  ['spaces around the sign', 'attachment; filename = "a.zip"', 'a.zip'],
  ['a quoted quote', 'attachment; filename="a \\"b\\".zip"', 'a "b".zip'],
  ['extended', "attachment; filename*=UTF-8''%E2%82%AC%20rates.pdf", '€ rates.pdf'],
  ['extended, with a language', "attachment; filename*=utf-8'en'%C3%A9.pdf", 'é.pdf'],
  ['extended Latin-1', "attachment; filename*=ISO-8859-1''%A3.pdf", '£.pdf'],
  ['extended wins', 'attachment; filename="plain.pdf"; filename*=UTF-8\'\'%C3%A9.pdf', 'é.pdf'],
  ['extended wins, before', 'attachment; filename*=UTF-8\'\'%C3%A9.pdf; filename="plain.pdf"', 'é.pdf'],
  ['extended is decoded once', "attachment; filename*=UTF-8''100%2525.pdf", '100%25.pdf'],
  ['raw UTF-8', `attachment; filename="${asBytes('отчёт 🦊.pdf')}"`, 'отчёт 🦊.pdf'],
  ['raw Latin-1', 'attachment; filename="\u00e9t\u00e9.pdf"', 'été.pdf'],
  ['percent-encoded', 'attachment; filename="%D1%84.pdf"', 'ф.pdf'],
  ['no Latin-1 at all', 'attachment; filename="\u00c3\u00a4\u0141.pdf"', '\u00c3\u00a4\u0141.pdf'],
  ['no type', 'filename="a.zip"', 'a.zip'],
  ['no type, in capitals', ' FileName = a.zip', 'a.zip'],
  ['no type, extended', "filename*=UTF-8''%C3%A9.zip", 'é.zip'],
  ['a bare percent', 'attachment; filename="100%.pdf"', '100%.pdf'],
  ['an encoded word in base64', 'attachment; filename="=?UTF-8?B?w6kucGRm?="', 'é.pdf'],
  ['one in base64 without its padding', 'attachment; filename="=?UTF-8?B?w6kucGQ?="', null],
  ['two encoded words', 'attachment; filename="=?utf-8?q?a_b?= =?utf-8?q?=2Ec?="', 'a b.c'],
  ['an encoded word of no charset', 'attachment; filename="=?nope?q?a?="', null],
  ['an encoding that is none', 'attachment; filename="=?utf-8?x?a?="', '=?utf-8?x?a?='],
  ['extended, of no charset', "attachment; filename*=nope''a; filename=b", 'b'],
  ['the second, where the first cannot be read', 'attachment; filename=%E9; filename=b', 'b'],
  ['windows-1252', 'attachment; filename="\u0080\u009c.pdf"', '€œ.pdf'],
  ['a semicolon in quotes', 'attachment; filename="a;b"; x=y', 'a;b'],
  ['a quote that is never closed', 'attachment; filename="a; filename=b', 'a; filename=b'],
  ['no name', 'attachment', null],
  ['an empty name', 'attachment; filename=""', null],
  ['spaces for a name', 'attachment; filename="  "', null],
  ['another parameter', 'attachment; name="a.zip"', null],
  ['nothing', '', null],
];

for (const [what, header, name] of HEADERS) {
  test(`nameOfDisposition: ${what}`, () => assert.equal(nameOfDisposition(header), name));
}

test('nameOfDisposition throws at nothing that a server may send', () => {
  const piece = fc.constantFrom('filename', 'filename*', '=', '"', "''", 'UTF-8', ';', '%', '%E2', '\\', ' ', 'é', ',');
  const header = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map(pieces => pieces.join('')),
  );
  fc.assert(
    fc.property(header, text => {
      const name = nameOfDisposition(text);
      assert.ok(name === null || name.trim() !== '');
    }),
    { numRuns: 500 },
  );
});

test('nameOfDisposition reads back every name that is written in the extended form', () => {
  const names = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter(name => name.trim() !== '' && name.isWellFormed() && !name.startsWith('\ufeff'));
  const encoded = (name: string): string =>
    encodeURIComponent(name).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16)}`);
  fc.assert(
    fc.property(names, name => {
      assert.equal(nameOfDisposition(`attachment; filename*=UTF-8''${encoded(name)}`), name.normalize('NFC'));
    }),
  );
});

test('nameOfDisposition agrees with the content-disposition package on what is written by the book', () => {
  const plain = fc
    .string({ unit: fc.constantFrom('a', 'b', '.', '-', '_', ' ', ';', ',', "'", '(', '/'), minLength: 1 })
    .filter(name => /^\S+( \S+)*$/.test(name));
  fc.assert(
    fc.property(plain, name => {
      const header = `attachment; size=3; filename="${name}"; x="y"`;
      assert.equal(nameOfDisposition(header), parse(header).parameters['filename']);
    }),
  );
});
