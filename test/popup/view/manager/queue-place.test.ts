import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { type Gap, gapAt, gapByWay, standAt, wayBack } from '../../../../popup/view/manager/queue-place.ts';

const ORDER = Array.from('abcdef');

/** The lines as they stand when those that move are in the gap. */
function after(order: readonly string[], gap: Gap | null): string {
  if (gap === null) return order.join('');
  const others = order.filter(id => !gap.ids.includes(id));
  const start = gap.above === null ? 0 : others.indexOf(gap.above) + 1;
  assert.equal(others[start] ?? null, gap.below, 'above and below are neighbours');
  assert.equal(gap.place, start + 1);
  return others.toSpliced(start, 0, ...gap.ids).join('');
}

test('what is dropped stands before the line of that index, in the order that it had', () => {
  const at = (ids: string, index: number): string => after(ORDER, gapAt(ORDER, new Set(ids), index));
  assert.equal(at('b', 4), 'acdbef');
  assert.equal(at('eb', 3), 'acbedf');
  assert.equal(at('f', 0), 'fabcde');
  assert.equal(at('a', 6), 'bcdefa');
});

test('where all would stay as it is there is no gap', () => {
  for (const index of [1, 2, 3]) assert.equal(gapAt(ORDER, new Set('bc'), index), null);
  assert.equal(gapAt(ORDER, new Set(ORDER), 3), null);
  assert.equal(gapAt(ORDER, new Set(), 3), null);
});

test('a step, and a leap; lines that stand apart gather', () => {
  const by = (ids: string, way: 'up' | 'down' | 'top' | 'bottom'): string =>
    after(ORDER, gapByWay(ORDER, new Set(ids), way));
  assert.equal(by('c', 'up'), 'acbdef');
  assert.equal(by('c', 'down'), 'abdcef');
  assert.equal(by('cd', 'down'), 'abecdf');
  assert.equal(by('ce', 'up'), 'acebdf');
  assert.equal(by('bd', 'down'), 'acebdf');
  assert.equal(by('de', 'top'), 'deabcf');
  assert.equal(by('ab', 'bottom'), 'cdefab');
  assert.equal(by('a', 'up'), 'abcdef');
  assert.equal(by('f', 'down'), 'abcdef');
  assert.equal(by('ac', 'up'), 'acbdef');
});

test('among those of another priority they take it; between two they keep their own', () => {
  assert.deepEqual(standAt('high', 'high', ['normal']), { side: 'before', priority: 'high' });
  assert.deepEqual(standAt('high', 'normal', ['high', 'high']), { side: 'after', priority: 'high' });
  assert.deepEqual(standAt('high', 'normal', ['normal']), { side: 'before', priority: 'normal' });
  assert.deepEqual(standAt('high', 'low', ['normal']), { side: 'before', priority: 'low' });
  assert.deepEqual(standAt('high', 'normal', ['high', 'normal']), { side: 'before', priority: 'normal' });
  assert.deepEqual(standAt('low', null, ['high']), { side: 'after', priority: 'low' });
  assert.deepEqual(standAt(null, 'high', ['low']), { side: 'before', priority: 'high' });
});

const lines = fc.uniqueArray(fc.nat(30).map(String), { minLength: 2, maxLength: 15 });
const ways = fc.constantFrom('up' as const, 'down' as const, 'top' as const, 'bottom' as const);

test('a move loses no line, doubles none, and leaves those that stay in their order', () => {
  fc.assert(
    fc.property(lines, fc.func(fc.boolean()), fc.nat(15), (order, isMoved, index) => {
      const moved = new Set(order.filter(id => isMoved(id)));
      const now = after(order, gapAt(order, moved, Math.min(index, order.length)));
      assert.equal(now.length, order.join('').length);
      const gap = gapAt(order, moved, Math.min(index, order.length));
      assert.deepEqual(gap?.ids ?? [...moved], [...moved]);
    }),
  );
});

test('the way back leads to the order that was', () => {
  fc.assert(
    fc.property(lines, fc.func(fc.boolean()), ways, (order, isMoved, way) => {
      const moved = new Set(order.filter(id => isMoved(id)));
      const gap = gapByWay(order, moved, way);
      if (gap === null) return;
      const others = order.filter(id => !moved.has(id));
      let now = others.toSpliced(gap.place - 1, 0, ...gap.ids);
      for (const { ids, side, beside } of wayBack(order, moved, () => 'normal') ?? []) {
        now = now.filter(id => !ids.includes(id));
        now.splice(now.indexOf(beside) + (side === 'after' ? 1 : 0), 0, ...ids);
      }
      assert.deepEqual(now, order);
    }),
  );
});

test('lines of two priorities come back as two; a group has no way back', () => {
  const priorities = new Map([
    ['a', 'high'],
    ['b', 'high'],
    ['c', 'normal'],
  ] as const);
  const of = (id: string): 'high' | 'normal' => priorities.get(id as 'a') ?? 'normal';
  assert.deepEqual(wayBack(ORDER, new Set('bc'), of), [
    { ids: ['b'], side: 'after', beside: 'a', priority: 'high' },
    { ids: ['c'], side: 'before', beside: 'd', priority: 'normal' },
  ]);
  assert.equal(
    wayBack(ORDER, new Set('bc'), id => (id === 'c' ? null : 'normal')),
    null,
  );
});
