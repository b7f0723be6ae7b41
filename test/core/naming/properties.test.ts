import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileNameFor, joinPath } from '../../../src/core/naming/file-name.ts';
import { numberedName } from '../../../src/core/naming/numbered-name.ts';
import { safeName } from '../../../src/core/naming/safe-name.ts';
import { assertSafe } from './is-safe.ts';
import { texts, tricks } from './tricks.ts';

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
  const sources = fc.record({
    wished: fc.option(texts),
    disposition: dispositions,
    download: fc.option(texts),
    title: fc.option(texts),
    url: urls,
    contentType: types,
  });
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

test('safeName: however long and whatever it is, safe, and the same once more', () => {
  const filler = fc.tuple(fc.constantFrom('a', '_', 'é', '🦊', ' ', '.', 'e\u0301'), fc.integer({ min: 40, max: 245 }));
  const long = fc.array(
    fc.oneof(
      tricks,
      filler.map(([piece, times]) => piece.repeat(times)),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(long, pieces => {
      const name = safeName(pieces.join(''));
      if (name === null) return;
      assertSafe(name);
      assert.equal(safeName(name), name);
    }),
    { numRuns: 1_000 },
  );
});

test('safeName: what a cut lays bare is looked at again', () => {
  const name = safeName(`con.${'a'.repeat(228)}.local b`) ?? '';
  assertSafe(name);
  assert.equal(safeName(name), name);
});

test('numberedName: free, safe, with its extension, and itself where it is free', () => {
  const names = fc.oneof(texts, fc.constantFrom('a.zip', 'a.tar.gz', `${'é'.repeat(118)}.zip`, 'v1.2 x'));
  fc.assert(
    fc.property(names, fc.integer({ min: 0, max: 4 }), (raw, times) => {
      const first = safeName(raw) ?? 'download';
      const taken = new Set<string>();
      for (let time = 0; time <= times; time += 1) {
        const name = numberedName(first, taken);
        assert.ok(!taken.has(name));
        assertSafe(name);
        assert.equal(time === 0, name === first);
        if (/\.zip$|\.tar\.gz$/.test(first)) assert.ok(name.endsWith(/\.zip$|\.tar\.gz$/.exec(first)?.[0] ?? ''));
        taken.add(name);
      }
    }),
  );
});

for (const [name, taken, free] of [
  ['a.zip', [], 'a.zip'],
  ['a.zip', ['a.zip'], 'a (2).zip'],
  ['a.zip', ['A.ZIP', 'a (2).zip'], 'a (3).zip'],
  ['a.tar.gz', ['a.tar.gz'], 'a (2).tar.gz'],
  ['a', ['a'], 'a (2)'],
  ['a (2).zip', ['a (2).zip'], 'a (2) (2).zip'],
  ['é', ['e\u0301'], 'é (2)'],
] as const) {
  test(`numberedName: ${name}, beside ${taken.length} → ${free}`, () => {
    assert.equal(numberedName(name, new Set(taken)), free);
  });
}
