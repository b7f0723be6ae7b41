import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileNameFor, joinPath } from '../../../src/core/naming/file-name.ts';
import { safeName } from '../../../src/core/naming/safe-name.ts';
import { assertSafe } from './is-safe.ts';

/** What makes names go wrong, more often than chance would have it. */
const tricks = fc.constantFrom(
  '.',
  '..',
  ' ',
  '/',
  '\\',
  ':',
  'con',
  'NUL',
  'com1',
  'lpt0',
  'desktop.ini',
  '.lnk',
  '.local',
  '.{0}',
  '.tar',
  '.gz',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\ud800',
  'e\u0301',
  '\u00a0',
  '%2e',
  '%2F',
  '_',
  'é',
  '🦊',
);
/** Short enough never to be shortened: what a cut may lay bare is not looked at here. */
const texts = fc.oneof(
  fc.array(fc.oneof(tricks, fc.string({ unit: 'grapheme', maxLength: 1 })), { maxLength: 8 }).map(all => all.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const urls = fc.oneof(
  fc.webUrl(),
  texts.map(text => `https://files.test/${encodeURIComponent(text.toWellFormed())}`),
);
const types = fc.option(fc.oneof(fc.constantFrom('text/html', 'application/pdf; x=y', 'constructor'), fc.string()));
const dispositions = fc.option(
  fc.oneof(
    texts,
    texts.map(text => `attachment; filename="${text}"`),
    texts.map(text => `attachment; filename*=UTF-8''${encodeURIComponent(text.toWellFormed())}`),
  ),
);

test('safeName: safe, and the same once more, or null', () => {
  fc.assert(
    fc.property(texts, raw => {
      const name = safeName(raw);
      if (name === null) return;
      assertSafe(name);
      assert.equal(safeName(name), name);
    }),
    { numRuns: 800 },
  );
});

test('fileNameFor and joinPath: a relative path, every part of it safe, whatever comes in', () => {
  const sources = fc.record({ wished: fc.option(texts), disposition: dispositions, url: urls, contentType: types });
  fc.assert(
    fc.property(sources, fc.option(texts), (from, folder) => {
      const path = joinPath(folder, fileNameFor(from));
      for (const part of path.split('/')) assertSafe(part);
    }),
    { numRuns: 400 },
  );
});

test('safeName: a name that is too long keeps its extension, and as much else as there is room for', () => {
  const letter = fc.constantFrom('a', 'é', '日', '🦊');
  const stems = fc.array(letter, { minLength: 241, maxLength: 300 }).map(all => all.join(''));
  const extensions = fc.constantFrom('', '.zip', '.tar.gz', '.jpeg', '.日本');
  fc.assert(
    fc.property(stems, extensions, (stem, extension) => {
      const name = safeName(`${stem}${extension}`);
      assert.ok(name !== null && name.endsWith(extension));
      assertSafe(name);
      assert.ok(stem.startsWith(name.slice(0, name.length - extension.length)));
      assert.ok(new TextEncoder().encode(name).length > 236);
      assert.equal(safeName(name), name);
    }),
  );
});

test('safeName: however long and whatever it is, no more than 240 bytes and no way out of the folder', () => {
  const long = fc.array(fc.oneof(tricks, fc.string({ unit: 'grapheme' })), { minLength: 60, maxLength: 200 });
  fc.assert(
    fc.property(long, pieces => {
      const name = safeName(pieces.join(''));
      if (name === null) return;
      assert.ok(new TextEncoder().encode(name).length <= 240);
      assert.ok(!/[/\\\p{Cc}\p{Cf}]|^[.\s]|[.\s]$/u.test(name));
    }),
    { numRuns: 100 },
  );
});
