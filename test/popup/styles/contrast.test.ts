import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Theme, tokensOf } from './stylesheets.ts';

/** On which grounds each colour of text is read. WCAG 2.2, 1.4.3: 4.5 : 1. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  text: ['canvas', 'surface', 'surface-strong', 'accent-soft', 'good-soft', 'danger-soft'],
  'text-soft': ['canvas', 'surface', 'surface-strong', 'accent-soft', 'good-soft', 'danger-soft'],
  accent: ['canvas', 'surface', 'accent-soft'],
  'on-accent': ['accent', 'accent-strong'],
  good: ['canvas', 'good-soft'],
  danger: ['canvas', 'surface', 'surface-strong', 'accent-soft', 'danger-soft'],
  'kind-images': ['kind-images-soft'],
  'kind-audio': ['kind-audio-soft'],
  'kind-video': ['kind-video-soft'],
  'kind-archives': ['kind-archives-soft'],
  'kind-documents': ['kind-documents-soft'],
};

/** What must be seen to use a thing: the edge of a field, the ring of the focus, how far a bar is. 1.4.11: 3 : 1. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  'line-strong': ['canvas', 'surface'],
  accent: ['canvas', 'surface', 'surface-strong', 'accent-soft', 'track'],
  danger: ['canvas', 'danger-soft'],
};

/** Lines that part what is apart without them, and shadows. */
const ORNAMENTS = ['line', 'shadow'];

type Colour = readonly [red: number, green: number, blue: number];

function colourOf(tokens: ReadonlyMap<string, string>, name: string): Colour {
  const digits = /^#([\da-f]{6})$/.exec(tokens.get(`--${name}`) ?? '')?.[1];
  if (digits === undefined) throw new Error(`--${name} is not a colour of six digits.`);
  const part = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function tooFaint(theme: Theme, pairs: typeof TEXT, least: number): string[] {
  const tokens = tokensOf(theme);
  return Object.entries(pairs).flatMap(([front, grounds]) =>
    grounds
      .map(ground => ({ ground, ratio: contrast(colourOf(tokens, front), colourOf(tokens, ground)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ ground, ratio }) => `${theme}: ${front} on ${ground} is ${ratio.toFixed(2)} : 1`),
  );
}

test('the measure is that of WCAG: black on white is 21 : 1, #777777 is just too light on white', () => {
  assert.equal(contrast([0, 0, 0], [1, 1, 1]), 21);
  const grey = 0x77 / 255;
  assert.equal(contrast([grey, grey, grey], [1, 1, 1]).toFixed(2), '4.48');
});

for (const theme of ['light', 'dark'] as const) {
  test(`${theme}: every text is read on each of its grounds`, () => {
    assert.deepEqual(tooFaint(theme, TEXT, 4.5), []);
  });

  test(`${theme}: what must be seen is seen`, () => {
    assert.deepEqual(tooFaint(theme, SIGNS, 3), []);
  });
}

test('every colour of the tokens is measured', () => {
  const measured = new Set([TEXT, SIGNS].flatMap(pairs => Object.entries(pairs).flat(2)));
  const colours = [...tokensOf('light')].filter(([, value]) => /#|rgb/.test(value)).map(([name]) => name.slice(2));
  assert.ok(colours.length > 20);
  assert.deepEqual(
    colours.filter(name => !measured.has(name) && !ORNAMENTS.includes(name)),
    [],
  );
});
