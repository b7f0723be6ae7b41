import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeName } from '../../../src/core/naming/safe-name.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** What comes in, and the name; null where nothing usable is left. */
const NAMES: readonly (readonly [what: string, raw: string, name: string | null])[] = [
  ['a plain name', 'report.pdf', 'report.pdf'],
  ['spaces inside', 'my  report (1).pdf', 'my  report (1).pdf'],
  ['another script', 'Отчёт 日本語 العربية.pdf', 'Отчёт 日本語 العربية.pdf'],
  ['an emoji', 'été 🦊.jpg', 'été 🦊.jpg'],
  ['composed', 'e\u0301te\u0301.txt', '\u00e9t\u00e9.txt'],
  ['allowed signs', "a!#$%&'()+,-;=@[]^_`{}~.txt", "a!#$%&'()+,-;=@[]^_`{}~.txt"],
  ['wildcards and quotes', 'a"b*c:d<e>f?g|h', 'a_b_c_d_e_f_g_h'],
  ['separators', 'a/b\\c.txt', 'a_b_c.txt'],
  ['traversal', '../../etc/passwd', '_.._etc_passwd'],
  ['traversal by backslash', '..\\..\\x.exe', '_.._x.exe'],
  ['NUL', 'a\u0000b.txt', 'a_b.txt'],
  ['line ends', 'a\r\nb\tc.txt', 'a__b_c.txt'],
  ['DEL and C1', 'a\u007fb\u009fc', 'a_b_c'],
  ['right to left override', 'x\u202egpj.exe', 'x_gpj.exe'],
  ['bidi isolates and marks', 'a\u2066b\u2069c\u200ed\u061ce', 'a_b_c_d_e'],
  ['zero width', 'a\u200bb\u200dc\ufeffd\u2060e\u00adf', 'a_b_c_d_e_f'],
  ['a lone surrogate', 'a\ud800b', 'a_b'],
  ['a non-character', 'a\ufffeb\u{1ffff}c', 'a_b_c'],
  ['dots around', '..hidden..', 'hidden'],
  ['space around', ' \u00a0a b\u3000. ', 'a b'],
  ['dots and spaces mixed', ' . .a. . ', 'a'],
  ['nothing', '', null],
  ['spaces', '   ', null],
  ['dots', '...', null],
  ['one dot', '.', null],
  ['two dots', '..', null],
  ['only what was replaced', '///', null],
  ['only dashes', '-_ -', null],
  ['a dash and a letter', '-a', '-a'],
  ['a device', 'con', '_con'],
  ['a device with extensions', 'NUL.tar.gz', '_NUL.tar.gz'],
  ['devices with digits', 'com0', '_com0'],
  ['a printer', 'LPT9.log', '_LPT9.log'],
  ['other devices', 'prn.', '_prn'],
  ['aux', 'Aux.h', '_Aux.h'],
  ['the clock', 'CLOCK$', '_CLOCK$'],
  ['the console', 'CONIN$.txt', '_CONIN$.txt'],
  ['the console out', 'conout$', '_conout$'],
  ['no device', 'console.log', 'console.log'],
  ['no device either', 'com10.txt', 'com10.txt'],
  ['no device inside', 'a.con', 'a.con'],
  ['no device before a space', 'mycon', 'mycon'],
  ['a device behind a dot', '.con', '_con'],
  ['desktop.ini', 'Desktop.INI', '_Desktop.INI'],
  ['thumbs.db', 'thumbs.db', '_thumbs.db'],
  ['not desktop.ini', 'my desktop.ini', 'my desktop.ini'],
  ['nor desktop.ini.txt', 'desktop.ini.txt', 'desktop.ini.txt'],
  ['a shortcut', 'invoice.pdf.lnk', 'invoice.pdf.download'],
  ['a shortcut in capitals', 'X.LNK', 'X.download'],
  ['a shortcut with a dot behind', 'x.lnk.', 'x.download'],
  ['.local', 'app.exe.local', 'app.exe.download'],
  ['.scf', 'x.scf', 'x.download'],
  ['.url', 'x.url', 'x.download'],
  ['a class id', 'x.{20D04FE0-3AEA-1069-A2D8-08002B30309D}', 'x.download'],
  ['a shortcut inside', 'x.lnk.txt', 'x.lnk.txt'],
  ['a device that is a shortcut', 'con.lnk', '_con.download'],
];

for (const [what, raw, name] of NAMES) {
  test(`safeName: ${what}`, () => assert.equal(safeName(raw), name));
}

/** A stem repeated beyond all bounds, the extension, and what is left of both together. */
const LONG: readonly (readonly [what: string, raw: string, name: string])[] = [
  ['240 bytes', `${'a'.repeat(236)}.zip`, `${'a'.repeat(236)}.zip`],
  ['241 bytes', `${'a'.repeat(237)}.zip`, `${'a'.repeat(236)}.zip`],
  ['no extension', 'a'.repeat(300), 'a'.repeat(240)],
  ['two bytes a character', `${'é'.repeat(300)}.zip`, `${'é'.repeat(118)}.zip`],
  ['three bytes a character', `${'日'.repeat(300)}.jpeg`, `${'日'.repeat(78)}.jpeg`],
  ['four bytes a character, never halved', `${'🦊'.repeat(300)}.jpg`, `${'🦊'.repeat(59)}.jpg`],
  ['.tar.gz whole', `${'a'.repeat(300)}.tar.gz`, `${'a'.repeat(233)}.tar.gz`],
  ['.TAR.XZ whole', `${'a'.repeat(300)}.TAR.XZ`, `${'a'.repeat(233)}.TAR.XZ`],
  ['.min.js is not one', `${'a'.repeat(300)}.min.js`, `${'a'.repeat(237)}.js`],
  ['an extension of 16', `${'a'.repeat(300)}.${'b'.repeat(16)}`, `${'a'.repeat(223)}.${'b'.repeat(16)}`],
  ['an extension of 12 foxes', `${'a'.repeat(300)}.${'🦊'.repeat(12)}`, `${'a'.repeat(191)}.${'🦊'.repeat(12)}`],
  ['one that is too long to be one', `${'a'.repeat(230)}.${'b'.repeat(17)}`, `${'a'.repeat(230)}.${'b'.repeat(9)}`],
  ['words behind a dot', `${'a'.repeat(300)}. and more`, 'a'.repeat(240)],
  ['a space where it is cut', `${'a'.repeat(230)} ${'b'.repeat(5)}.zip`, `${'a'.repeat(230)} ${'b'.repeat(5)}.zip`],
  ['a space before the cut', `${'a'.repeat(235)} ${'b'.repeat(9)}.zip`, `${'a'.repeat(235)}.zip`],
  ['a dot at the cut', `${'a'.repeat(239)}. ${'b'.repeat(9)} c`, 'a'.repeat(239)],
];

for (const [what, raw, name] of LONG) {
  test(`safeName, long: ${what}`, () => {
    assert.equal(safeName(raw), name);
    assert.ok(bytes(name) <= 240);
  });
}
