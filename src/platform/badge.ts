import type { Status } from '../core/queue/item.ts';
import { browser } from './browser.ts';
import { words } from './words.ts';

const CALM = '#3f6fb5';
const ALARMED = '#b3362b';

/** The tooltip that this life of the worker has set last; it differs whenever the badge does. */
let shown: string | null = null;

/** Shows how many items the browser works for, and a mark when one has failed; the tooltip says the same in words. */
export async function showBadge(counts: Record<Status, number>): Promise<void> {
  const running = counts.starting + counts.running + counts.saving;
  const text = running > 0 ? `${Math.min(running, 999)}` : counts.failed > 0 ? '!' : '';
  const title = counts.failed > 0 ? words('badgeTitleFailed', running, counts.failed) : words('badgeTitle', running);
  if (title === shown) return;
  shown = title;
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: counts.failed > 0 ? ALARMED : CALM }),
    browser.action.setTitle({ title }),
  ]);
}
