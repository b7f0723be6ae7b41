import { test } from 'node:test';
import { failAtEveryCall } from './every-fault.ts';
import { offThread } from './off-thread.ts';
import { RUNS } from './runs.ts';

const inThread = offThread(new URL('every-fault.ts', import.meta.url));

for (const { name } of RUNS) {
  test(`any call that fails once loses nothing and brings nothing twice: ${name}`, async t => {
    t.diagnostic(await inThread(failAtEveryCall, name));
  });
}
