import './extension.ts';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { type Status, STATUSES } from '../../src/core/queue/item.ts';
import { browser } from '../../src/platform/browser.ts';

const texts: string[] = [];
const titles: string[] = [];

Object.assign(browser, {
  action: {
    setBadgeText: async ({ text }: { text: string }) => void texts.push(text),
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
    setTitle: async ({ title }: { title: string }) => void titles.push(title),
  },
  i18n: {
    getMessage: (key: string, values: readonly string[]) =>
      key === 'popup_language' ? 'en' : key === 'badge_comma' ? ', ' : [key, ...values].join(' '),
  },
});
const { showBadge } = await import('../../src/platform/badge.ts');

function source(some: Partial<Record<Status, number>>, percent: number | null = null) {
  const counts = Object.fromEntries(STATUSES.map(status => [status, some[status] ?? 0])) as Record<Status, number>;
  return { counts, figure: 'count', percent: async () => percent } as const;
}

async function pass(ms: number): Promise<void> {
  mock.timers.tick(ms);
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
}

test('whatever changes, the badge changes twice a second at most, and ends at the last', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  for (let running = 1; running <= 40; running += 1) {
    void showBadge(source({ running }, running));
    await pass(100);
  }
  await pass(1_000);
  assert.ok(texts.length >= 8 && texts.length <= 9, `${texts.length} changes in 4 s`);
  assert.equal(texts.at(-1), '40');

  void showBadge(source({ running: 2, queued: 3, failed: 1 }, 43));
  await pass(1_000);
  assert.equal(
    titles.at(-1),
    'badge_titlePercent badge_running_other 2, badge_waiting_other 3, badge_failed_one 1 43%',
  );
  const before = titles.length;
  void showBadge(source({ running: 2, queued: 3, failed: 1 }, 43));
  await pass(1_000);
  assert.equal(titles.length, before, 'what is shown already is not shown again');
  void showBadge(source({ done: 4 }));
  await pass(1_000);
  assert.deepEqual([texts.at(-1), titles.at(-1)], ['', 'badge_idle']);
  mock.timers.reset();
});
