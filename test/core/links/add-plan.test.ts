import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planAdding, plannedLinks } from '../../../src/core/links/add-plan.ts';

const links = [
  { url: 'https://a.org/f[1:2].zip', name: 'f.zip', referrer: 'https://p.org/' },
  { url: 'https://a.org/one.zip', name: 'one.zip' },
  { url: 'https://a.org/[5:1]' },
];

test('a plan counts its links, and writes them out in their order', () => {
  const plan = planAdding({ links }, false);
  assert.equal(plan.count, 4);
  assert.equal(plan.batches, 1);
  assert.deepEqual([plan.first, plan.last], ['https://a.org/f1.zip', 'https://a.org/f2.zip']);
  assert.deepEqual(plan.literals, [{ reason: 'wrong-way', text: '[5:1]' }]);
  assert.deepEqual(
    [...plannedLinks(plan)],
    [
      { url: 'https://a.org/f1.zip', referrer: 'https://p.org/' },
      { url: 'https://a.org/f2.zip', referrer: 'https://p.org/' },
      { url: 'https://a.org/one.zip', name: 'one.zip' },
      { url: 'https://a.org/[5:1]' },
    ],
  );
});

test('sent as they are, links keep their brackets', () => {
  const plan = planAdding({ links }, true);
  assert.deepEqual([...plannedLinks(plan)], links);
  assert.deepEqual([plan.count, plan.batches, plan.first, plan.literals.length], [3, 0, null, 0]);
});
