import { test } from 'node:test';
import { openManager, press, waitForOrder } from './manager-page.ts';
import { setting } from './setting.ts';

const MB = 1_000_000;
const here = setting({ grants: 'none' });

test('by speed what is on its way stands first, in the order of that, and the rest behind it', async () => {
  await here.longhaul.ask('settings', { set: { limit: 2, hostLimit: 2 } });
  const slow = here.origin.url('/slow.bin', { size: 100 * MB, rate: MB / 10 });
  const fast = here.origin.url('/fast.bin', { size: 100 * MB, rate: MB });
  const links = [{ url: here.origin.url('/held.bin', { size: MB }) }];
  const [held = ''] = (await here.longhaul.ask('enqueue', { links, paused: true })).ids;
  const [first = '', second = ''] = await here.longhaul.enqueue({ url: slow }, { url: fast });
  const page = await openManager(here.longhaul, [held, first, second]);
  await waitForOrder(page, [held, first, second]);
  await press(page, 'Speed', '[role="columnheader"]');
  await waitForOrder(page, [first, second, held]);
  await press(page, 'Speed', '[role="columnheader"]');
  await waitForOrder(page, [second, first, held]);
  await press(page, 'Speed', '[role="columnheader"]');
  await waitForOrder(page, [held, first, second]);
  await page.close();
});
