import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Declaration, declarationsOf, declarationsOfPages, namedIn, readStyle, tokensOf } from './stylesheets.ts';

const pages = declarationsOfPages();

/** Keywords that leave the choice to the system, and those of forced colours. */
const NO_COLOUR =
  /\b(?:transparent|currentcolor|inherit|none|Canvas|CanvasText|Highlight|HighlightText|ButtonText|ButtonFace|GrayText|LinkText|Mark|MarkText)\b/gi;
const NAMED_COLOUR = /\b(?:black|white|red|green|blue|gray|grey|silver|yellow|orange|purple|teal|navy)\b/i;
const TAKES_COLOUR = /colou?r|background|border|outline|fill|stroke|shadow/;

function wrong(isWrong: (declaration: Declaration) => boolean): string[] {
  return pages
    .filter(isWrong)
    .map(({ file, selector, property, value }) => `${file}: ${selector} { ${property}: ${value} }`);
}

test('there are style sheets to be looked at', () => {
  assert.ok(pages.length > 300, `${pages.length} declarations`);
});

test('colours come from the tokens', () => {
  const isLiteral = ({ property, value }: Declaration): boolean => {
    const rest = value.replaceAll(NO_COLOUR, '').replaceAll(/var\([^)]*\)/g, '');
    return (
      /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)a?\(/i.test(rest) ||
      (TAKES_COLOUR.test(property) && NAMED_COLOUR.test(rest))
    );
  };
  assert.deepEqual(wrong(isLiteral), []);
});

test('sizes of type come from the tokens', () => {
  const isLiteral = ({ property, value }: Declaration): boolean =>
    (property === 'font-size' || property === 'font') && /\d(?:px|pt|r?em)\b/.test(value);
  assert.deepEqual(wrong(isLiteral), []);
});

test('motions take their time from the tokens', () => {
  assert.deepEqual(
    wrong(({ value }) => /(?:^|[\s,])[\d.]+m?s\b/.test(value)),
    [],
  );
});

test('corners are rounded by the tokens', () => {
  const isLiteral = ({ property, value }: Declaration): boolean =>
    property.startsWith('border') && property.endsWith('radius') && /[1-9]/.test(value.replaceAll(/var\([^)]*\)/g, ''));
  assert.deepEqual(wrong(isLiteral), []);
});

test('nothing is bound to a side of the screen: pages are read from either', () => {
  const sided = /^(?:top|bottom|left|right|float|clear|(?:margin|padding|border)-(?:top|bottom|left|right)(?:-.*)?)$/;
  const sizes = /^(?:(?:min|max)-)?(?:width|height)$/;
  const isBound = ({ property, value }: Declaration): boolean =>
    (sided.test(property) && !value.startsWith('inline-')) ||
    sizes.test(property) ||
    (property === 'text-align' && /left|right/.test(value)) ||
    (/^(?:margin|padding|inset|border-width)$/.test(property) && !isEven(value));
  assert.deepEqual(wrong(isBound), []);
});

/** A shorthand of four values names the sides of the screen: its second and fourth must be the same. */
function isEven(value: string): boolean {
  const parts = value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  return parts.length < 4 || parts[1] === parts[3];
}

test('every token is used, and every one that is used is there', () => {
  const known = tokensOf('light');
  const texts = [...pages, ...declarationsOf(readStyle('tokens.css'))].map(({ value }) => value);
  const used = new Set(texts.flatMap(value => [...value.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name)));
  const own = new Set(pages.filter(({ property }) => property.startsWith('--')).map(({ property }) => property));
  assert.deepEqual(
    [...known.keys()].filter(name => !used.has(name)),
    [],
    'unused',
  );
  assert.deepEqual(
    [...used].filter(name => !known.has(name) && !own.has(name)),
    [],
    'unknown',
  );
});

test('each colour has its dark one', () => {
  const colours = [...tokensOf('light')].filter(([, value]) => /#|rgb/.test(value)).map(([name]) => name);
  assert.ok(colours.length > 20);
  assert.deepEqual(new Set(namedIn('dark.css').map(([name]) => name)), new Set(colours));
});
