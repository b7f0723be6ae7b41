import assert from 'node:assert/strict';
import { isMaskProblem, type Mask } from '../../../src/core/naming/mask.ts';
import type { MaskValues } from '../../../src/core/naming/mask-values.ts';
import { parseMask } from '../../../src/core/naming/parse-mask.ts';
import { renderMask } from '../../../src/core/naming/render-mask.ts';

/** A file of which everything is known. */
export const SAMPLE: MaskValues = {
  name: 'Report.tar.gz',
  url: 'https://files.example.co.uk:8443/docs/Winter%20term/get.php?id=7',
  page: 'https://www.example.org/lectures/',
  title: 'Winter  term:\n A/B',
  text: 'Part 1 | notes',
  contentType: 'Application/GZIP; charset=binary',
  index: 7,
  batch: 12,
  at: { y: 2026, m: 2, d: 3, hh: 4, mm: 5, ss: 6 },
};

export function readMask(text: string): Mask {
  const mask = parseMask(text);
  assert.ok(!isMaskProblem(mask), `${text}: ${JSON.stringify(mask)}`);
  return mask;
}

/** The path that a mask makes of the sample, with some of it changed. */
export function pathOf(mask: string, changed: Partial<MaskValues> = {}): string {
  return renderMask(readMask(mask), { ...SAMPLE, ...changed });
}
