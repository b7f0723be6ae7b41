import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { lookAt } from '../../scripts/screens/looks.mjs';
import { byStory, openScreen } from '../../scripts/screens/screens.mjs';
import { SCREEN_ARGS, setStage } from '../../scripts/screens/stage.mjs';
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
    const longhaul = await openLonghaul({ grants, args: SCREEN_ARGS });
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
  return faults;
}
