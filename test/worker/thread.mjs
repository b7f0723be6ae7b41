/** What `off-thread.ts` begins: calls functions of one module of tests, one after the other, and tells what they answer. */
import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

if (parentPort === null) throw new Error('This is for a thread.');
register();
const module = await import(workerData);
for await (const [{ name, asked }] of on(parentPort, 'message')) parentPort.postMessage(await module[name](asked), []);
