import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  isPatternProblem,
  LONGEST_PATTERN,
  LONGEST_SUBJECT,
  parsePattern,
  type Pattern,
} from '../../../src/core/rules/pattern.ts';

function pattern(text: string): Pattern {
  const parsed = parsePattern(text);
  if (isPatternProblem(parsed)) assert.fail(`${text}: ${parsed.problem} ${parsed.detail}`);
  return parsed;
}

describe('parsePattern', () => {
  for (const [typed, text, fits] of [
    ['https://example.org/*', 'https://example.org/a', true],
    ['example.org', 'https://example.org/', false],
    ['*example.org*', 'https://example.org/', true],
    ['*.ZIP', 'https://example.org/a.zip', true],
    ['*.zip', 'https://example.org/A.ZIP', true],
    ['*/get?id=7', 'https://example.org/get?id=7', true],
    ['  *.zip ', 'https://example.org/a.zip', true],
    ['/example/', 'https://example.org/a', true],
    ['/^example/', 'https://example.org/a', false],
    ['/EXAMPLE/', 'https://example.org/a', false],
    ['/EXAMPLE/i', 'https://example.org/a', true],
    ['/EXAMPLE/iu', 'https://example.org/a', true],
    [String.raw`/\/v\d+\/.*\.(zip|rar)$/`, 'https://example.org/v12/a.rar', true],
    [String.raw`/\/v\d+\/.*\.(zip|rar)$/`, 'https://example.org/vx/a.rar', false],
    ['/a/b/', 'https://example.org/a/b', true],
    ['/a|b/i', 'B', true],
  ] as const) {
    test(`${typed} ${fits ? 'fits' : 'does not fit'} ${text}`, () => {
      assert.equal(pattern(typed).matches(text), fits);
    });
  }

  for (const [typed, problem, detail] of [
    ['', 'pattern-empty', ''],
    ['  ', 'pattern-empty', ''],
    ['//', 'pattern-empty', '//'],
    ['/', 'pattern-open', '/'],
    ['/abc', 'pattern-open', '/abc'],
    ['/a/x', 'pattern-flags', 'x'],
    ['/a/g', 'pattern-flags', 'g'],
    ['/a/ii', 'pattern-flags', 'ii'],
    ['/a/ b', 'pattern-flags', ' b'],
    ['/(a/', 'pattern-syntax', '(a'],
    ['/[z-a]/', 'pattern-syntax', 'z-a'],
    ['/(?=a)/', 'pattern-syntax', '(?='],
    [String.raw`/(a)\1/`, 'pattern-syntax', String.raw`\1`],
    ['/a{1001}/', 'pattern-syntax', '{1001}'],
    ['/(a?){300}/', 'pattern-big', '(a?){300}'],
    ['*'.repeat(LONGEST_PATTERN + 1), 'pattern-long', '501'],
  ] as const) {
    test(`${typed.slice(0, 20)} → ${problem}`, () => {
      assert.deepEqual(parsePattern(typed), { problem, detail });
    });
  }

  test('any text is a pattern or a problem, and weighs no more than a thousand', () => {
    const unit = fc.constantFrom(...String.raw`/ab()[]{}*+?|\^$.,-09:<>=!PpLiu`);
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit, maxLength: 60 }),
      fc.string({ unit }).map(text => `/${text}/i`),
    );
    fc.assert(
      fc.property(text, text => {
        const parsed = parsePattern(text);
        if (!isPatternProblem(parsed))
          assert.ok(parsed.weight > 0 && parsed.weight <= 1_000 && !parsed.matches('\0\0'.repeat(LONGEST_SUBJECT)));
      }),
      { numRuns: 1_000 },
    );
  });
});

test('an expression finds what the language itself would find', () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '(?:a|bb)',
    '(ab)',
    String.raw`\w`,
    String.raw`\.`,
    '^',
    '$',
  );
  const piece = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,2}', '*?')).map(([atom, count]) => {
    return /^[\^$]$/.test(atom) ? atom : atom + count;
  });
  const source = fc.array(piece, { minLength: 1, maxLength: 6 }).map(pieces => pieces.join(''));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.'), maxLength: 10 });
  fc.assert(
    fc.property(source, fc.constantFrom('', 'i'), text, (source, flags, text) => {
      assert.equal(pattern(`/${source}/${flags}`).matches(text), new RegExp(source, flags).test(text));
    }),
    { numRuns: 2_000 },
  );
});

describe('a hostile pattern comes to its end', () => {
  /** ms. What is exponential takes longer than the universe has been there; what is linear, a fraction of this. */
  const PATIENCE = 20_000;
  const long = (text: string): string => text.repeat(Math.floor(LONGEST_SUBJECT / text.length));
  for (const [typed, text, fits] of [
    ['/(a+)+$/', `${long('a').slice(1)}b`, false],
    ['/^(a+)+$/', `${long('a').slice(1)}b`, false],
    ['/(a|a)*b$/', long('a'), false],
    ['/^(a|aa)+$/', `${long('a').slice(1)}b`, false],
    ['/.*.*.*.*.*.*.*x$/', long('a'), false],
    ['/(.*?,){11}P/', long('1,'), false],
    ['/(x+x+)+y/', long('x'), false],
    ['/^(a?){150}a{150}$/', long('a'), false],
    ['/((a*)*)*b/', long('a'), false],
    ['/[a-z]{1,240}[0-9]{1,240}Z$/i', long('a'), false],
    [`${'*a'.repeat(249)}b`, long('a'), false],
    [`${'*?'.repeat(249)}b`, long('a'), false],
    [`*${'a'.repeat(498)}b`, long('a'), false],
    [`${'*a'.repeat(249)}*`, long('a'), true],
  ] as const) {
    test(typed.slice(0, 30), { timeout: 10 * PATIENCE }, () => {
      const begin = performance.now();
      assert.equal(pattern(typed).matches(text), fits);
      const took = performance.now() - begin;
      assert.ok(took < PATIENCE, `it took ${took} ms`);
    });
  }

  test('an address that is longer than all that is looked at fits nothing', () => {
    const [longest, longer] = [long('a'), `${long('a')}a`];
    for (const typed of ['*', '/a/', '*a']) {
      assert.equal(pattern(typed).matches(longest), true);
      assert.equal(pattern(typed).matches(longer), false);
    }
  });
});
