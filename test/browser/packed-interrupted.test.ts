import { test } from 'node:test';
import { packedRun, wherePossible } from './packed-run.ts';

const run = packedRun();

const INTERRUPTIONS: Readonly<Record<string, () => Promise<void>>> = {
  'the browser is closed and started again': async () => {
    await run.longhaul.quit();
    await run.longhaul.open();
  },
  'the browser is killed and started again': async () => {
    await run.longhaul.crash();
    await run.longhaul.open();
  },
  // Nothing but the browser's own events brings it back.
  'the extension is reloaded': () => run.longhaul.reload(),
};

for (const [what, interrupt] of Object.entries(INTERRUPTIONS)) {
  test(`packed: ${what} amid a run, and everything arrives, once, without a click`, wherePossible, async t => {
    await run.toMiddle();
    const began = performance.now();
    await interrupt();
    await run.toEnd();
    t.diagnostic(`${((performance.now() - began) / 1000).toFixed(1)} s from the interruption to the last file`);
  });
}
