import { badgeOf, type InShort, inShort, TONES } from '../core/badge.ts';
import type { Status } from '../core/queue/item.ts';
import type { BadgeFigure } from '../core/settings.ts';
import { browser } from './browser.ts';
import { type WordKey, words } from './words.ts';

/** What the badge is made of. */
export interface BadgeSource {
  readonly counts: Record<Status, number>;
  readonly figure: BadgeFigure;
  /** Asked when it is shown only. */
  readonly percent: () => Promise<number | null>;
}

/** ms between two changes: what changes faster cannot be read. */
const PAUSE = 500;

/** What this life of the worker has set last. */
let shown = '';
let shownAt = 0;
let next: BadgeSource | null = null;

/**
 * Shows how much is under way on the toolbar button, and in words on its tooltip; a moment later where it was changed just
 * now. A life that ends before leaves it to the next one, whose first look shows it.
 */
export async function showBadge(source: BadgeSource): Promise<void> {
  const isOnItsWay = next !== null;
  next = source;
  if (isOnItsWay) return;
  const wait = Math.max(0, shownAt + PAUSE - Date.now());
  if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
  const { counts, figure, percent } = next;
  next = null;
  shownAt = Date.now();
  const short = inShort(counts);
  await show(short, figure, short.running > 0 ? await percent().catch(() => null) : null);
}

async function show(short: InShort, figure: BadgeFigure, percent: number | null): Promise<void> {
  const { text, tone } = badgeOf(short, figure, percent);
  const title = titleOf(short, percent);
  if (`${text} ${title}` === shown) return;
  shown = `${text} ${title}`;
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: TONES[tone] }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}

const PARTS = ['running', 'waiting', 'failed'] as const satisfies readonly (keyof InShort)[];

function titleOf(short: InShort, percent: number | null): string {
  const parts = PARTS.filter(part => short[part] > 0).map(part => counted(`badge_${part}`, short[part]));
  if (parts.length === 0) return words('badge_idle');
  const state = parts.join(words('badge_comma'));
  if (percent === null) return words('badge_title', state);
  const figure = new Intl.NumberFormat(words('popup_language').replace('_', '-'), { style: 'percent' });
  return words('badge_titlePercent', state, figure.format(percent / 100));
}

/** A language has forms of its own; English has no key for those that only others know. */
function counted(stem: `badge_${keyof InShort}`, count: number): string {
  const form = new Intl.PluralRules(words('popup_language').replace('_', '-')).select(count);
  return words(`${stem}_${form}` as WordKey, count) || words(`${stem}_other`, count);
}
