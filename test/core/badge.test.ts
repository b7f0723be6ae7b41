import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badgeOf, inShort, percentTogether, TONES } from '../../src/core/badge.ts';
import { type Status, STATUSES } from '../../src/core/queue/item.ts';

function counts(some: Partial<Record<Status, number>>): Record<Status, number> {
  return Object.fromEntries(STATUSES.map(status => [status, some[status] ?? 0])) as Record<Status, number>;
}

function textOf(some: Partial<Record<Status, number>>, figure: 'count' | 'percent' = 'count', percent = 43): string {
  return badgeOf(inShort(counts(some)), figure, percent).text;
}

test('a figure while anything travels, a mark where something has failed, else nothing', () => {
  assert.equal(textOf({ running: 2, starting: 1, saving: 1, queued: 7, done: 9 }), '4');
  assert.equal(textOf({ running: 2, failed: 1 }), '2!');
  assert.equal(textOf({ failed: 3, queued: 1 }), '!');
  assert.equal(textOf({ queued: 5, paused: 2, done: 8, cancelled: 1 }), '');
});

test('percent where the user wants it and it is known', () => {
  assert.equal(textOf({ running: 2 }, 'percent'), '43%');
  assert.equal(textOf({ running: 2, failed: 1 }, 'percent'), '43!');
  assert.equal(badgeOf(inShort(counts({ running: 2 })), 'percent', null).text, '2');
  assert.equal(textOf({ done: 2 }, 'percent', 100), '');
});

test('a badge has four characters at most', () => {
  for (const figure of ['count', 'percent'] as const)
    for (const running of [1, 16, 5_000])
      for (const failed of [0, 9_999]) assert.ok(textOf({ running, failed }, figure, 100).length <= 4);
});

test('several together say a percentage only where all sizes are known', () => {
  assert.equal(percentTogether([]), null);
  assert.equal(percentTogether([{ bytes: 10, total: null }]), null);
  assert.equal(
    percentTogether([
      { bytes: 50, total: 100 },
      { bytes: 0, total: 100 },
    ]),
    25,
  );
  assert.equal(
    percentTogether([
      { bytes: 50, total: 100 },
      { bytes: 0, total: null },
    ]),
    null,
  );
  assert.equal(percentTogether([{ bytes: 999, total: 1_000 }]), 99);
  assert.equal(percentTogether([{ bytes: 2_000, total: 1_000 }]), 100);
});

test('white figures stand out from both colours', () => {
  for (const colour of Object.values(TONES)) assert.ok(1.05 / (luminance(colour) + 0.05) >= 4.5, colour);
});

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
