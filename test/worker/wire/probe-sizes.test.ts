import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../../../src/messages/refusal.ts';
import type { ProbeResult } from '../../../src/core/carriers/probe-result.ts';
import { probeSizes } from '../../../src/worker/wire/probe-sizes.ts';
import { answered } from '../../core/make-probe.ts';

interface Asked {
  readonly urls: string[];
  now: number;
  most: number;
}

function portsWith(grants: readonly string[], answer: (url: string) => ProbeResult) {
  const asked: Asked = { urls: [], now: 0, most: 0 };
  const probe = async (url: string): Promise<ProbeResult> => {
    asked.urls.push(url);
    asked.now += 1;
    asked.most = Math.max(asked.most, asked.now);
    await Promise.resolve();
    asked.now -= 1;
    return answer(url);
  };
  const words = (key: string, ...values: readonly (string | number)[]): string => [key, ...values].join(' ');
  return { asked, ports: { grants: async () => grants, probe, words } };
}

test('only granted hosts are asked, and none of the own network, though all hosts are granted', async () => {
  const { asked, ports } = portsWith(['<all_urls>'], () => answered({ total: 7 }));
  const urls = [
    'https://a.org/x',
    'http://127.0.0.1/x',
    'http://localhost:8080/x',
    'http://192.168.1.1/x',
    'http://[::1]/x',
    'file:///etc/passwd',
    'nonsense',
  ];
  assert.deepEqual(await probeSizes(ports, { urls }), { sizes: [7, null, null, null, null, null, null] });
  assert.deepEqual(asked.urls, ['https://a.org/x']);

  const one = portsWith(['https://a.org/*'], () => answered({ total: 7 }));
  assert.deepEqual(await probeSizes(one.ports, { urls: ['https://b.org/x', 'https://a.org/x'] }), { sizes: [null, 7] });
});

test('sizes come in the order of the question, a few at once; who fails or says nothing has none', async () => {
  const { asked, ports } = portsWith(['*://*/*'], url => {
    const place = Number(new URL(url).pathname.slice(1));
    return place === 3 ? { kind: 'not-asked' } : answered({ total: place === 4 ? null : place });
  });
  const urls = Array.from({ length: 20 }, (_, place) => `https://a.org/${place}`);
  const { sizes } = await probeSizes(ports, { urls });
  assert.deepEqual(
    sizes,
    urls.map((_, place) => (place === 3 || place === 4 ? null : place)),
  );
  assert.equal(asked.most, 4);
});

test('too many at once, or no list of texts, are refused', async () => {
  const { ports } = portsWith([], () => answered({}));
  for (const ask of [
    { urls: Array(51).fill('https://a.org/') },
    { urls: [1] },
    { urls: 'x' },
    {},
    { urls: [], more: 1 },
  ])
    await assert.rejects(probeSizes(ports, ask), Refusal);
});
