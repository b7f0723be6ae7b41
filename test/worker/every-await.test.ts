import { test } from 'node:test';
import { dieAtEveryAwait, dieTwice } from './every-fault.ts';
import { offThread } from './off-thread.ts';
import { RUNS } from './runs.ts';

const inThread = offThread(new URL('every-fault.ts', import.meta.url));

for (const { name } of RUNS) {
  test(`a worker that dies at any await loses nothing and brings nothing twice: ${name}`, async t => {
    t.diagnostic(await inThread(dieAtEveryAwait, name));
  });
}

test('two deaths in one run are survived like one', async () => {
  await inThread(dieTwice, 'both carriers');
});
