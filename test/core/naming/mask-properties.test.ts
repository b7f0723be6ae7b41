import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extensionOf } from '../../../src/core/naming/extension.ts';
import { FIELD_NAMES, isMaskProblem } from '../../../src/core/naming/mask.ts';
import type { MaskValues } from '../../../src/core/naming/mask-values.ts';
import { parseMask } from '../../../src/core/naming/parse-mask.ts';
import { renderMask } from '../../../src/core/naming/render-mask.ts';
import { safeName } from '../../../src/core/naming/safe-name.ts';
import { assertSafe } from './is-safe.ts';
import { pathOf, readMask } from './mask-sample.ts';
import { texts, tricks } from './tricks.ts';

const fields = fc
  .tuple(fc.constantFrom(...FIELD_NAMES), fc.constantFrom('', '.lower', '.upper', '.flat', '.7', '.60', '.00'))
  .map(([field, modifier]) => `*${field}${modifier}*`);
/** A modifier may not fit, an asterisk may stand alone: not each of them can be read. */
const masks = fc
  .array(fc.oneof(fields, fields, texts, fc.constantFrom('/', '\\', ' - ', '.', '..', '*', '*.', '*name', '.lower*')), {
    maxLength: 10,
  })
  .map(pieces => pieces.join(''));
const readable = masks.filter(mask => !isMaskProblem(parseMask(mask)));

const longTexts = fc.oneof(
  texts,
  fc
    .tuple(fc.oneof(tricks, fc.constantFrom('a', '日', '🦊', 'word ')), fc.nat(10_000))
    .map(([piece, length]) => piece.repeat(Math.ceil(length / piece.length))),
);
const names = fc.oneof(
  longTexts,
  fc
    .tuple(longTexts, fc.constantFrom('.pdf', '.tar.gz', '.JPEG', '.日本', '.lnk', `.${'🦊'.repeat(16)}`))
    .map(pair => pair.join('')),
);
const urls = fc.oneof(
  fc.webUrl(),
  longTexts,
  fc.array(longTexts, { maxLength: 40 }).map(all => {
    const folders = all.map(text => encodeURIComponent(text.toWellFormed()));
    return `https://files.test/${folders.join('/')}/x`;
  }),
);
const values: fc.Arbitrary<MaskValues> = fc.record({
  name: names,
  url: urls,
  page: fc.option(urls),
  title: fc.option(longTexts),
  text: fc.option(longTexts),
  contentType: fc.option(fc.oneof(fc.constantFrom('text/html', 'application/pdf; x=y', 'constructor'), longTexts)),
  index: fc.nat(),
  batch: fc.nat(),
  at: fc.constant({ y: 2026, m: 11, d: 23, hh: 4, mm: 5, ss: 6 }),
});

test('renderMask: a relative path, every part of it safe, and the same once more, whatever comes in', () => {
  fc.assert(
    fc.property(readable, values, (mask, given) => {
      const path = renderMask(readMask(mask), given);
      const parts = path.split('/');
      for (const part of parts) {
        assertSafe(part);
        assert.equal(safeName(part), part);
      }
      assert.ok(path.length <= 200, `${path.length} characters`);
      assert.ok(parts.slice(0, -1).every(folder => folder.length <= 80));
      assert.ok(parts.slice(0, -1).join('/').length < 120);
    }),
    { numRuns: 2_000 },
  );
});

test('renderMask: the extension is kept, unless the mask has a place for it', () => {
  fc.assert(
    fc.property(
      readable.filter(mask => !mask.includes('*ext')),
      values,
      (mask, given) => {
        const path = renderMask(readMask(mask), given);
        const extension = extensionOf(safeName(given.name) ?? '').toLowerCase();
        assert.ok(path.toLowerCase().endsWith(extension), `${path} has not ${extension}`);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('renderMask: only slashes of the mask and of the path make folders', () => {
  const flat = readable.filter(mask => !/[/\\]/.test(mask) && !mask.includes('*path'));
  fc.assert(fc.property(flat, values, (mask, given) => !renderMask(readMask(mask), given).includes('/')));
});

test('renderMask: with a title or without it, no separator is doubled or left at an end', () => {
  const separators = fc.constantFrom(' - ', ' ', '_', ', ');
  const known = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(separators, known, (separator, [a, b, c, d]) => {
      const mask = ['*title*', '*text*', '*page.host*', '*type*'].join(separator);
      const present = [a && 'One', b && 'Two', c && 'three.test', d && 'image'].filter(
        word => typeof word === 'string',
      );
      const path = pathOf(mask, {
        name: 'plain',
        title: a === true ? 'One' : null,
        text: b === true ? 'Two' : null,
        page: c === true ? 'https://three.test/' : null,
        contentType: d === true ? 'image/png' : null,
      });
      assert.equal(path, present.length === 0 ? 'plain' : present.join(separator));
    }),
  );
});

test('parseMask: a mask, or a problem whose place is in the text, whatever comes in', () => {
  const any = fc.oneof(masks, longTexts, fc.string({ unit: fc.constantFrom('*', '.', '/', 'y', '0', ' ') }));
  fc.assert(
    fc.property(any, text => {
      const mask = parseMask(text);
      if (!isMaskProblem(mask)) return;
      assert.ok(mask.at >= 0 && mask.length >= 0 && mask.at + mask.length <= text.length);
      assert.ok(mask.length > 0 || text === '', 'it points at nothing');
      assert.equal(text.slice(mask.at, mask.at + mask.length), mask.found);
    }),
    { numRuns: 2_000 },
  );
});

test('parseMask: nothing of a mask is lost', () => {
  fc.assert(
    fc.property(readable, text => {
      const { folders, name } = readMask(text);
      const written = [...folders, name].map(component =>
        component
          .map(piece => {
            if (piece.piece !== 'field') return piece.text;
            const modifiers = piece.modifiers.map(modifier => {
              if (modifier.modify === 'cut') return `.${modifier.most}`;
              return modifier.modify === 'pad' ? `.${'0'.repeat(modifier.digits)}` : `.${modifier.modify}`;
            });
            return `*${piece.field}${modifiers.join('')}*`;
          })
          .join(''),
      );
      assert.equal(written.join('/'), text.replace(/[/\\]+/g, '/'));
    }),
  );
});
