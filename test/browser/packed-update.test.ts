import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from './harness.ts';
import { COUNT, packedRun, wherePossible } from './packed-run.ts';

const NEWER = '99.0';
const run = packedRun();

const TAKEOVERS: Readonly<Record<string, () => Promise<void>>> = {
  "amid a run, at the browser's next start": async () => {
    await run.longhaul.quit();
    await run.longhaul.open();
  },
  'amid a run, in the running browser': () => run.longhaul.reload(),
  'after a run, by itself': async () => {
    await until(async () => run.arrived().length === COUNT, 'every file', 120);
    await until(async () => (await run.longhaul.version()) === NEWER, 'the newer version', 20);
  },
};

for (const [when, takeOver] of Object.entries(TAKEOVERS)) {
  test(
    `packed: an update takes over ${when}, and everything arrives, once, without a click`,
    wherePossible,
    async t => {
      await run.toMiddle();
      const began = performance.now();
      await run.longhaul.quit();
      await run.longhaul.offerUpdate(NEWER);
      await run.longhaul.open();
      await until(async () => isUnpacked(), 'the newer version to be unpacked');
      // The old one was at work by then, and so the browser holds the new one back.
      assert.notEqual(await run.longhaul.version(), NEWER);
      assert.ok(run.arrived().length < COUNT, 'the run was over too early');
      await takeOver();
      await run.toEnd();
      assert.equal(await run.longhaul.version(), NEWER);
      t.diagnostic(`${((performance.now() - began) / 1000).toFixed(1)} s from the interruption to the last file`);
    },
  );
}

/** Whether the newer version lies beside the one that runs. */
function isUnpacked(): boolean {
  const { profile, extensionId } = run.longhaul.chromium;
  return readdirSync(join(profile, 'Default', 'Extensions', extensionId)).some(name => name.startsWith(NEWER));
}
