import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

type Call = <A, T>(act: (asked: A) => Promise<T>, asked: A) => Promise<T>;

/**
 * Calls functions that a module exports, one after the other, in a thread of its own; what one throws is thrown here.
 * node:test watches each promise of its own thread, which takes half the time of a test that makes millions of them.
 */
export function offThread(module: URL): Call {
  let thread: Worker | null = null;
  return async ({ name }, asked) => {
    thread ??= new Worker(new URL('thread.mjs', import.meta.url), { workerData: module.href });
    // A thread that nobody waits for does not keep the tests from ending.
    thread.ref();
    thread.postMessage({ name, asked }, []);
    try {
      const [answer] = await once(thread, 'message');
      thread.unref();
      return answer;
    } catch (error) {
      thread = null;
      throw error;
    }
  };
}
