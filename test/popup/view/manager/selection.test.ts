import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  allOf,
  cleared,
  clicked,
  kept,
  led,
  NOTHING,
  only,
  type Selection,
  toggled,
} from '../../../../popup/view/manager/selection.ts';

const ORDER = Array.from('abcdefgh');
const PLAIN = { adds: false, extends: false };
const ADDS = { adds: true, extends: false };
const EXTENDS = { adds: false, extends: true };
const BOTH = { adds: true, extends: true };

/** The selected lines, the one that the keyboard is at behind a bar. */
function shown({ ids, cursor }: Selection): string {
  return `${[...ids].sort().join('')}|${cursor ?? ''}`;
}

test('a click selects a line alone, with Ctrl it turns one, with Shift it takes all between', () => {
  const first = clicked(NOTHING, ORDER, 'c', PLAIN);
  assert.equal(shown(first), 'c|c');
  assert.equal(shown(clicked(first, ORDER, 'f', PLAIN)), 'f|f');
  assert.equal(shown(clicked(first, ORDER, 'f', ADDS)), 'cf|f');
  assert.equal(shown(clicked(first, ORDER, 'c', ADDS)), '|c');
  const range = clicked(first, ORDER, 'f', EXTENDS);
  assert.equal(shown(range), 'cdef|f');
  assert.equal(shown(clicked(range, ORDER, 'a', EXTENDS)), 'abc|a', 'the anchor has stayed');
});

test('with both a range is added to what is selected', () => {
  const two = clicked(clicked(NOTHING, ORDER, 'a', PLAIN), ORDER, 'e', ADDS);
  assert.equal(shown(clicked(two, ORDER, 'g', BOTH)), 'aefg|g');
});

test('an arrow key selects the next line, with Shift it takes it along, with Ctrl it leaves all as it is', () => {
  const at = only('c');
  assert.equal(shown(led(at, ORDER, 'ArrowDown', 3, PLAIN) ?? NOTHING), 'd|d');
  const further = led(at, ORDER, 'ArrowDown', 3, EXTENDS) ?? NOTHING;
  assert.equal(shown(led(further, ORDER, 'ArrowDown', 3, EXTENDS) ?? NOTHING), 'cde|e');
  assert.equal(shown(led(further, ORDER, 'ArrowUp', 3, EXTENDS) ?? NOTHING), 'c|c', 'a range shrinks too');
  assert.equal(shown(led(at, ORDER, 'End', 3, ADDS) ?? NOTHING), 'c|h');
  assert.equal(shown(led(at, ORDER, 'Home', 3, EXTENDS) ?? NOTHING), 'abc|a');
  assert.equal(shown(led(at, ORDER, 'PageDown', 4, PLAIN) ?? NOTHING), 'f|f');
});

test('who comes to the list begins with its first line; a key that leads nowhere is left to the browser', () => {
  assert.equal(shown(led(NOTHING, ORDER, 'ArrowDown', 3, PLAIN) ?? NOTHING), 'a|a');
  assert.equal(shown(led(NOTHING, ORDER, 'ArrowUp', 3, PLAIN) ?? NOTHING), 'a|a');
  assert.equal(shown(led(NOTHING, ORDER, 'End', 3, PLAIN) ?? NOTHING), 'h|h');
  assert.equal(led(NOTHING, ORDER, 'x', 3, PLAIN), null);
  assert.equal(led(only('a'), [], 'ArrowDown', 3, PLAIN), null);
});

test('all and none keep the keyboard where it is', () => {
  assert.equal(shown(allOf(only('c'), ORDER)), 'abcdefgh|c');
  assert.equal(shown(allOf(NOTHING, ORDER)), 'abcdefgh|a');
  assert.equal(shown(cleared(only('c'))), '|c');
});

test('lines that go leave the selection, and the keyboard goes on to the next one', () => {
  const three = clicked(only('c'), ORDER, 'e', EXTENDS);
  assert.equal(shown(kept(three, ORDER, Array.from('abcfgh'))), 'c|f');
  assert.equal(shown(kept(three, ORDER, Array.from('ab'))), '|b', 'there is none below');
  assert.equal(shown(kept(three, ORDER, [])), '|');
  assert.equal(kept(three, ORDER, ORDER.toReversed()), three, 'the same lines, sorted otherwise');
});

type Step = (now: Selection, order: readonly string[]) => Selection;

const held = fc.record({ adds: fc.boolean(), extends: fc.boolean() });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(19), held).map(
    ([index, keys]): Step =>
      (now, order) =>
        order.length === 0 ? now : clicked(now, order, order[index % order.length] ?? '', keys),
  ),
  fc.tuple(fc.constantFrom('ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'), held).map(
    ([key, keys]): Step =>
      (now, order) =>
        led(now, order, key, 5, keys) ?? now,
  ),
  fc.constant<Step>(now => (now.cursor === null ? now : toggled(now, now.cursor))),
  fc.constant<Step>(allOf),
  fc.constant<Step>(cleared),
);

test('whatever is done, and whatever lines go, only what is there is selected, and the keyboard is at one of the lines', () => {
  const queue = fc.uniqueArray(fc.nat(30).map(String), { maxLength: 20 });
  fc.assert(
    fc.property(
      queue,
      fc.array(fc.tuple(step, fc.option(fc.func(fc.boolean()))), { maxLength: 30 }),
      (start, steps) => {
        let order: readonly string[] = start;
        let now: Selection = NOTHING;
        for (const [take, stays] of steps) {
          now = take(now, order);
          const after = stays === null ? order : order.filter(id => stays(id));
          now = kept(now, order, after);
          order = after;
          for (const id of [...now.ids, now.cursor, now.anchor])
            assert.ok(id === null || order.includes(id), String(id));
          assert.ok(order.length > 0 || now.cursor === null);
        }
      },
    ),
  );
});

test('a range with Shift is all lines between its ends, from whichever side it was made', () => {
  const place = fc.nat(ORDER.length - 1);
  fc.assert(
    fc.property(place, place, (from, to) => {
      const [a = '', b = ''] = [ORDER[from], ORDER[to]];
      const there = clicked(only(a), ORDER, b, EXTENDS).ids;
      assert.deepEqual([...there], [...clicked(only(b), ORDER, a, EXTENDS).ids]);
      assert.equal(there.size, Math.abs(from - to) + 1);
    }),
  );
});

test('a hundred thousand lines are all selected, and let go of, well within a blink', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `id-${index}`);
  const since = performance.now();
  const all = allOf(NOTHING, many);
  const half = kept(all, many, many.slice(0, 50_000));
  const range = clicked(only('id-0'), many, 'id-99999', EXTENDS);
  const took = performance.now() - since;
  assert.deepEqual([all.ids.size, half.ids.size, range.ids.size], [100_000, 50_000, 100_000]);
  assert.ok(took < 1_000, `${took} ms`);
});
