import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { xmlText } from '../../src/core/xml-text.ts';

test('markup in a name is text', () => {
  assert.equal(xmlText(`</match><url>a&b"'.zip`), '&lt;/match&gt;&lt;url&gt;a&amp;b&quot;&apos;.zip');
});

test('what XML does not allow, half of a pair and marks that turn the writing around become blanks', () => {
  assert.equal(xmlText('a\0b\u001Bc\uFFFEd\u202Ee'), 'a b c d e');
  assert.equal(xmlText('a\uD800b'), 'a\uFFFDb');
  assert.equal(xmlText('😀'), '😀');
});

test('no text opens a tag or an entity of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      assert.ok(!/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/.test(xmlText(text)));
    }),
  );
});
