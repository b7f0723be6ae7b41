import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FIELD_NAMES } from '../../../src/core/naming/mask.ts';
import { Refusal } from '../../../src/messages/refusal.ts';
import type { MaskAsk } from '../../../src/messages/mask.ts';
import { previewMask } from '../../../src/worker/wire/preview-mask.ts';

/** Noon in UTC is the next day on Kiritimati. */
const ports = {
  now: () => Date.parse('2026-11-23T12:04:05Z'),
  zone: () => 'Pacific/Kiritimati',
  words: (key: string, ...values: readonly (string | number)[]) => [key, ...values].join(' '),
};

describe('the path', () => {
  const own = 'https://a.test/b/c.pdf';
  const rows: readonly (readonly [what: string, ask: MaskAsk, path: string])[] = [
    [
      'of the invented file',
      { mask: '*page.domain*/*title*/*index.00* *text*' },
      'example.org/Lectures of the winter term/07 Recording 7.mp4',
    ],
    [
      'of its URL and type',
      { mask: '*host*/*path*/*type* *name* *batch*' },
      'files.example.org/lectures/2026/video recording-07 3.mp4',
    ],
    ['by the clock of here and now', { mask: '*date* *hh*.*mm*.*ss*' }, '2026-11-24 02.04.05.mp4'],
    ['with some of it changed', { mask: '*title* *index*', sample: { title: 'Other', index: 8 } }, 'Other 8.mp4'],
    ['without a title', { mask: '*title* - *name*', sample: { title: null } }, 'recording-07.mp4'],
    ['with an empty title', { mask: '*title* - *name*', sample: { title: '' } }, 'recording-07.mp4'],
    [
      'of another file: nothing is invented',
      { mask: '*title**text**page.host**type* *name* *index* *batch*', sample: { url: own } },
      'c 1 1.pdf',
    ],
    [
      'of another file, of which much is known',
      {
        mask: '*title* *text* *page.host* *type* *index* *batch*',
        sample: {
          url: own,
          page: 'https://p.test/',
          title: 'T',
          text: 'L',
          contentType: 'image/png',
          index: 2,
          batch: 5,
        },
      },
      'T L p.test image 2 5.pdf',
    ],
    ['with a name of its own', { mask: '*date* *name*', sample: { url: own, name: 'd.zip' } }, '2026-11-24 d.zip'],
    [
      'by its type, where the URL has none',
      { mask: '*name*', sample: { url: 'https://a.test/b', contentType: 'image/png' } },
      'b.png',
    ],
  ];
  for (const [what, ask, path] of rows)
    test(`${what}: ${ask.mask} → ${path}`, async () => {
      assert.deepEqual(await previewMask(ports, ask), { path, problem: null, fields: [...FIELD_NAMES] });
    });
});

describe('a mask that cannot be read is answered with the place and a sentence', () => {
  const names = FIELD_NAMES.join(', ');
  for (const [mask, at, length, message] of [
    ['', 0, 0, `mask_empty  ${names}`],
    ['a'.repeat(1025), 1024, 1, `mask_tooLong a ${names}`],
    ['x *name', 2, 5, `mask_unclosed *name ${names}`],
    ['*x*', 0, 3, `mask_unknownField *x* ${names}`],
    ['*nmae*', 0, 6, 'mask_otherField *nmae* *name*'],
    ['*name.bold*', 5, 5, `mask_unknownModifier .bold ${names}`],
    ['*name.uper*', 5, 5, 'mask_otherModifier .uper .upper'],
    ['*name.00*', 5, 3, `mask_modifierDoesNotFit .00 ${names}`],
    ['../x', 0, 2, `mask_outside .. ${names}`],
    ['x/', 1, 1, `mask_noName / ${names}`],
  ] as const)
    test(`${mask.slice(0, 20)}: ${message.split(' ')[0]}`, async () => {
      const { path, problem, fields } = await previewMask(ports, { mask });
      assert.equal(path, null);
      assert.deepEqual(problem, { at, length, message });
      assert.deepEqual(fields, FIELD_NAMES);
    });
});

describe('nonsense is refused', () => {
  for (const [what, ask, said] of [
    ['no object', 'x', 'ask_notAnObject'],
    ['a field that nobody knows', { masks: '*name*' }, 'ask_unknownField masks mask, sample'],
    ['a mask that is no text', { mask: 7 }, 'ask_notAText mask'],
    ['a sample that is none', { mask: '*name*', sample: [] }, 'ask_notAnObject'],
    ['a field of the sample that nobody knows', { mask: '*name*', sample: { ext: 'x' } }, 'ask_unknownField ext url,'],
    ['a URL that is none', { mask: '*name*', sample: { url: 'x' } }, 'link_notAUrl x'],
    ['a URL that is not of the web', { mask: '*name*', sample: { url: 'file:///x' } }, 'link_notAUrl file:///x'],
    ['a title that is no text', { mask: '*name*', sample: { title: {} } }, 'ask_notAText title'],
    ['half a number', { mask: '*name*', sample: { index: 0.5 } }, 'ask_notAWholeNumber index'],
    ['a number below none', { mask: '*name*', sample: { batch: -1 } }, 'ask_notAWholeNumber batch'],
  ] as const)
    test(what, async () => {
      await assert.rejects(
        () => previewMask(ports, ask),
        error => error instanceof Refusal && error.code === 'bad-ask' && error.message.startsWith(said),
      );
    });
});
