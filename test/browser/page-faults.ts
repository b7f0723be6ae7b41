import type { Page } from 'puppeteer-core';

/** CSS px, WCAG 2.2, 2.5.8. */
const LEAST_TARGET = 24;
/** More stops than any page has before its list begins anew. */
const MOST_STOPS = 150;

/** What makes the page, or a part of it, scroll sideways, though it is no table: WCAG 2.2, 1.4.10. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = [document.documentElement, ...document.body.querySelectorAll('*')].some(
      each =>
        each.scrollWidth > each.clientWidth + 1 &&
        (each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX)) &&
        each.closest('.unseen, [role=grid], [role=treegrid], [role=table]') === null,
    );
    if (!scrolls) return [];
    const within = [...document.body.querySelectorAll('*')].filter(
      each => each.closest('.unseen, [role=grid], [role=treegrid], [role=table]') === null,
    );
    return within
      .map(element => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.right > innerWidth + 1 || box.left < -1)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} reaches from ${box.left} to ${box.right}`);
  });
}

/**
 * What is too small to be hit, and stands too close to another to be let off: a circle of 24 px around its middle
 * meets that. A box is as big as its label.
 */
export async function tooSmall(page: Page): Promise<string[]> {
  const targets = await page.evaluate(() => {
    const wanted = 'button, a[href], input:not([hidden]), select, textarea, summary, [role=menuitem], [role=tab]';
    return [...document.querySelectorAll<HTMLElement>(wanted)]
      .filter(element => element.checkVisibility() && element.closest('.unseen') === null)
      .map(element => {
        const { x, y, width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        return { x, y, width, height, html: element.outerHTML.slice(0, 120) };
      });
  });
  return targets
    .filter(({ width, height }) => Math.min(width, height) < LEAST_TARGET - 0.5)
    .filter(small => targets.some(other => other !== small && isNear(small, other)))
    .map(({ html, width, height }) => `${html} is ${width} × ${height}`);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function isNear(box: Box, other: Box): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const toX = Math.max(other.x - x, 0, x - other.x - other.width);
  const toY = Math.max(other.y - y, 0, y - other.y - other.height);
  return Math.hypot(toX, toY) < LEAST_TARGET / 2;
}

/** What is cut off when lines, letters and words stand further apart: WCAG 2.2, 1.4.12. */
export async function cutBySpacing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
    const cut = [...document.body.querySelectorAll<HTMLElement>('*')].filter(element => {
      const { overflowY } = getComputedStyle(element);
      const isCut = overflowY === 'hidden' || overflowY === 'clip';
      return isCut && element.scrollHeight > element.clientHeight + 1 && element.closest('.unseen, svg') === null;
    });
    const faults = cut.map(element => `${element.outerHTML.slice(0, 120)} is cut off`);
    document.adoptedStyleSheets = [];
    return faults;
  });
}

/**
 * Goes through a page by the Tab key: each stop is on the screen, not behind anything, bears a ring, and follows the
 * one before it in the page (WCAG 2.2: 2.4.3, 2.4.7, 2.4.11); and there is a way out (2.1.2).
 */
export async function lostStops(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.body.querySelectorAll('[data-stop]').forEach(each => each.removeAttribute('data-stop'));
  });
  const faults: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(faultOfStop, stop);
    if (fault === 'over') return faults;
    if (fault !== null) faults.push(fault);
  }
  return [...faults, `The Tab key finds no way out within ${MOST_STOPS} stops.`];
}

/** Runs in the page. */
async function faultOfStop(stop: number): Promise<string | null> {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || element.dataset['stop'] !== undefined)
    return 'over';
  element.dataset['stop'] = `${stop}`;
  await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const name = element.outerHTML.slice(0, 120);
  const box = element.getBoundingClientRect();
  const spots = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + 3, box.top + 3],
    [box.right - 3, box.bottom - 3],
  ] as const;
  const isSeen = spots.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element));
  });
  if (!isSeen) return `${name} has the focus, and is not seen`;
  const holders = [element, element.parentElement, element.parentElement?.parentElement, element.closest('label')];
  const hasRing = holders.some(holder => {
    if (holder === null || holder === undefined) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(holder);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
  if (!hasRing) return `${name} has the focus, and nothing shows it`;
  const before = document.querySelector(`[data-stop="${stop - 1}"]`);
  const isAfter = before === null || (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isAfter ? null : `${name} has the focus before what stands before it`;
}
