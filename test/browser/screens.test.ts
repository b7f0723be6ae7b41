import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { lookAt } from '../../scripts/screens/looks.mjs';
import { byStory, openScreen } from '../../scripts/screens/screens.mjs';
import { screenArgs, setStage } from '../../scripts/screens/stage.mjs';
import { STORIES } from '../../scripts/screens/stories.mjs';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { openLonghaul } from './harness.ts';
import { cutBySpacing, lostStops, sideways, tooSmall } from './page-faults.ts';
import { violations } from './popup-page.ts';

/** A long list; how quickly 100 000 are shown is another question. */
const MANY = 2_000;

let origin: Origin;
before(async () => {
  origin = await startOrigin();
});
after(() => origin.close());

for (const [name, screens] of byStory()) {
  test(`nobody is kept out of what is seen in the story “${name}”`, async t => {
    const { grants, play } = STORIES[name];
    const longhaul = await openLonghaul({ grants, args: screenArgs(origin) });
    try {
      const stage = await setStage(longhaul.chromium, origin, MANY);
      await play(stage);
      for (const screen of screens) {
        await t.test(screen.name, async () => {
          const view = await openScreen(stage, screen);
          assert.deepEqual(await faultsOf(view, screen.form), []);
          await view.close();
        });
      }
    } finally {
      await longhaul.close();
    }
  });
}

/** All that keeps somebody out of a page, by all ways of looking at it. */
async function faultsOf(view: Page, form: 'popup' | 'page'): Promise<string[]> {
  const faults = await violations(view);
  const found = (what: string, more: readonly string[]): void => {
    faults.push(...more.map(fault => `${what}: ${fault}`));
  };
  await lookAt(view, 'light', form);
  found('targets', await tooSmall(view));
  found('spacing', await cutBySpacing(view));
  for (const look of ['narrow', 'mirrored', 'zoomed'] as const) {
    await lookAt(view, look, form);
    found(look, await sideways(view));
  }
  found('the Tab key', await lostStops(view));
  found('motion', await motions(view));
  return faults;
}

/** What moves although the user has asked for calm, as `lookAt` has it. */
async function motions(view: Page): Promise<string[]> {
  return view.evaluate(() =>
    document.getAnimations().map(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return `${target?.outerHTML.slice(0, 120) ?? 'something'} moves`;
    }),
  );
}

test('a theme that was chosen goes before that of the system', async () => {
  const longhaul = await openLonghaul({ grants: 'none' });
  try {
    const view = await longhaul.page('options.html');
    for (const [system, chosen] of [
      ['light', 'dark'],
      ['dark', 'light'],
    ] as const) {
      await lookAt(view, chosen, 'page');
      const wanted = await looksOf(view);
      await lookAt(view, system, 'page');
      assert.notDeepEqual(await looksOf(view), wanted);
      await choose(view, chosen);
      assert.deepEqual(await looksOf(view), wanted);
      await choose(view, 'system');
    }
  } finally {
    await longhaul.close();
  }
});

/** Sets the theme as the options do, and waits until the page wears it. */
async function choose(view: Page, theme: 'system' | 'light' | 'dark'): Promise<void> {
  await view.evaluate(set => chrome.runtime.sendMessage({ to: 'worker', name: 'settings', ask: { set } }), { theme });
  await view.waitForFunction(wanted => (document.documentElement.dataset['theme'] ?? 'system') === wanted, {}, theme);
}

/** The ground, the text, and a field that the browser draws itself. */
async function looksOf(view: Page): Promise<string[]> {
  return view.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    const box = document.body.appendChild(document.createElement('input'));
    box.style.background = 'Field';
    const field = getComputedStyle(box).backgroundColor;
    box.remove();
    return [backgroundColor, color, field];
  });
}
