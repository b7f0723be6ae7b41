import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { placeMenu } from '../../../popup/view/menu-place.ts';

const VIEW = { width: 400, height: 600 };
const MENU = { width: 168, height: 180 };

/** A button of 28 px at the end of a row. */
function buttonAt(top: number, left = 364): { left: number; right: number; top: number; bottom: number } {
  return { left, right: left + 28, top, bottom: top + 28 };
}

test('a menu opens below its button, in line with its end', () => {
  assert.deepEqual(placeMenu(buttonAt(100), MENU, VIEW), { left: 224, top: 128, height: 180 });
  assert.deepEqual(placeMenu(buttonAt(100, 8), MENU, VIEW, true), { left: 8, top: 128, height: 180 });
});

test('above it where there is more room', () => {
  assert.equal(placeMenu(buttonAt(500), MENU, VIEW).top, 320);
});

test('in a low window it stays inside, and scrolls where it is higher than that', () => {
  assert.deepEqual(placeMenu(buttonAt(60), MENU, { width: 400, height: 220 }), { left: 224, top: 36, height: 180 });
  assert.deepEqual(placeMenu(buttonAt(60), MENU, { width: 400, height: 150 }), { left: 224, top: 4, height: 142 });
});

test('it is never out of the window', () => {
  const px = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
  fc.assert(
    fc.property(px(600), px(380), px(400), px(800), fc.boolean(), (top, left, width, height, isRightToLeft) => {
      const place = placeMenu(buttonAt(top, left), { width: Math.min(width, 392), height }, VIEW, isRightToLeft);
      assert.ok(place.top >= 4 && place.top + place.height <= 596, JSON.stringify(place));
      assert.ok(place.left >= 4 && place.left + Math.min(width, 392) <= 396, JSON.stringify(place));
    }),
  );
});
