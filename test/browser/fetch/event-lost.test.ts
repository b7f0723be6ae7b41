import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness.ts';
import { setting } from '../setting.ts';
import {
  assertArrived,
  assertNothingLeft,
  endOf,
  filesIn,
  MIB,
  PART,
  partsAsked,
  requestsOf,
  tellOf,
} from './big-file.ts';

const here = setting({ grants: 'all' });
const SIZE = 2 * PART;
/** How often the worker is killed around the end of one file. */
const DEATHS = 4;

const MOMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'at once': async () => null,
  'when it has just been asked something': () => here.longhaul.items(),
};

for (const [when, beReady] of Object.entries(MOMENTS)) {
  test(`the worker is killed again and again around the end of a file, ${when}: it arrives once`, async () => {
    const { longhaul, origin } = here;
    const path = `/killed-${when.replaceAll(' ', '-')}.bin`;
    const [id] = await longhaul.enqueue({ url: origin.url(path, { size: SIZE, rate: 8 * MIB }) });
    await until(
      async () => origin.requestsFor(path).filter(({ bytesSent }) => bytesSent === PART).length === 2,
      'the last byte',
    );
    let deaths = 0;
    await until(async () => {
      await beReady();
      if (await longhaul.killWorker()) deaths += 1;
      // Its end was told to a worker that died over it: only a message or the alarm brings the next one.
      else await longhaul.items();
      return deaths === DEATHS || filesIn(longhaul).length > 0;
    }, 'the deaths');
    assert.ok(deaths > 0);

    const item = await endOf(longhaul, id, 150);
    assertArrived(longhaul, item, { path, size: SIZE });
    // Whatever is asked for once more was lost with its event, and the log says so.
    const losses = item.log.filter(({ what }) => what === 'lost').length;
    const requests = requestsOf(origin, path);
    for (const part of partsAsked(0, 2)) {
      const times = requests.filter(request => request === part).length;
      assert.ok(times >= 1 && times <= 1 + losses, tellOf(item) + requests.join('\n'));
    }
    assert.deepEqual(new Set(requests), new Set(['HEAD all 200', ...partsAsked(0, 2)]));
    await assertNothingLeft(longhaul);
  });
}
