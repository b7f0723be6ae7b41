import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plotted, speedFigures } from '../../../../popup/view/manager/speed-figures.ts';

test('the last speed, the mean and the peak', () => {
  const samples = [2, 6, 4].map((speed, n) => ({ at: n * 500, speed }));
  assert.deepEqual(speedFigures(samples), { now: 4, mean: 4, peak: 6 });
  assert.equal(speedFigures([]), null);
});

test('no line is drawn over a time that was not seen', () => {
  const samples = [
    { at: 1_000, speed: 5 },
    { at: 1_500, speed: 6 },
    { at: 61_500, speed: 7 },
  ];
  assert.deepEqual(plotted(samples), [
    [-60.5, -60, -59.999, 0],
    [5, 6, null, 7],
  ]);
});
