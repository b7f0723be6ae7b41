import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { test } from 'node:test';
import type { ListedItem } from '../../src/messages/listing.ts';
import { makeRule, NO_DECISION } from '../core/rules/make-rule.ts';
import { until } from './harness.ts';
import { setting } from './setting.ts';

/** The first that fits decides: by the address, by the page, by what only the server tells. */
const RULES = [
  makeRule('posters', { url: '*/posters/*' }, { title: 'No posters', then: { ...NO_DECISION, start: 'skip' } }),
  makeRule('drafts', { page: '*drafts*' }, { then: { ...NO_DECISION, start: 'paused', priority: 'high' } }),
  makeRule(
    'papers',
    { types: ['application/pdf'] },
    { title: 'Papers', then: { ...NO_DECISION, folder: 'papers', mask: '*index.00* *name*' } },
  ),
  makeRule(
    'tiny',
    { size: { least: null, most: 100 } },
    { title: 'Nothing tiny', then: { ...NO_DECISION, start: 'skip' } },
  ),
  makeRule('rest', {}, { then: { ...NO_DECISION, folder: 'rest', carrier: 'browser-download' } }),
];

for (const grants of ['none', 'all'] as const) {
  const here = setting({ grants, prepare: async ({ longhaul }) => void (await longhaul.ask('rules', { set: RULES })) });

  test(`${grants}: each link meets the rule that is its own`, async () => {
    const { longhaul, origin } = here;
    const { ids, skipped } = await longhaul.ask('enqueue', {
      links: [
        {
          url: origin.url('/get', {
            size: 3_000,
            type: 'application/pdf',
            disposition: 'attachment; filename="a.pdf"',
          }),
        },
        { url: origin.url('/posters/b.jpg', { size: 3_000 }) },
        { url: origin.url('/tiny.bin', { size: 50, type: 'application/octet-stream' }) },
        { url: origin.url('/big.bin', { size: 2_000_000, type: 'application/octet-stream' }) },
        { url: origin.url('/draft.txt', { size: 3_000 }), referrer: 'https://page.test/drafts/1' },
      ],
    });
    assert.deepEqual(
      skipped.map(({ url, code }) => [new URL(url).pathname, code]),
      [['/posters/b.jpg', 'kept-out']],
    );
    assert.match(skipped[0]?.reason ?? '', /No posters/);
    const draft = ids.at(-1) ?? '';
    const items = await ended(ids.filter(id => id !== draft));
    const place = ({ path }: ListedItem): string => relative(longhaul.downloads, path ?? '');
    const [paper, tiny, big] = items;
    assert.ok(paper !== undefined && tiny !== undefined && big !== undefined);
    assert.deepEqual([paper.status, place(paper)], ['done', 'papers/01 a.pdf']);
    assert.deepEqual([tiny.status, tiny.error?.code], ['cancelled', 'kept-out']);
    assert.match(tiny.error?.message ?? '', /Nothing tiny/);
    assert.deepEqual([big.status, place(big), big.carrier], ['done', 'rest/big.bin', 'browser-download']);
    const waiting = (await longhaul.items()).find(({ id }) => id === draft);
    assert.deepEqual([waiting?.status, waiting?.priority], ['paused', 'high']);
    await longhaul.ask('control', { ids: [draft], action: 'resume' });
    const [resumed] = await ended([draft]);
    assert.deepEqual([resumed?.status, resumed === undefined ? '' : place(resumed)], ['done', 'draft.txt']);
  });

  const ended = (ids: readonly string[]): Promise<readonly ListedItem[]> =>
    until(async () => {
      const items = await here.longhaul.items();
      const found = ids.flatMap(id => items.find(item => item.id === id) ?? []);
      return found.every(({ status }) => ['done', 'failed', 'cancelled'].includes(status)) ? found : null;
    }, 'them to end');
}
