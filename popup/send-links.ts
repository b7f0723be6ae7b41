import type { EnqueueAnswer, LinkAsk } from '../src/messages/protocol.ts';
import { send } from '../src/messages/send.ts';
import { reasonOf } from './reason-of.ts';

/** Links in one message: more would hold up the worker, and a message may be 64 MB at most. */
const AT_ONCE = 1000;

export interface Sent extends EnqueueAnswer {
  /** Links that were answered for; fewer than there were when `error` says why it broke off. */
  readonly count: number;
  readonly error: string | null;
}

/** Sends links to the queue, some at a time. Never rejects: what was taken before a fault stays taken. */
export async function sendLinks(
  links: readonly LinkAsk[],
  { paused = false, again = false }: { paused?: boolean; again?: boolean } = {},
  onProgress: (count: number) => void = () => {},
): Promise<Sent> {
  const ids: EnqueueAnswer['ids'] = [];
  const skipped: EnqueueAnswer['skipped'] = [];
  for (let count = 0; count < links.length; count += AT_ONCE) {
    onProgress(count);
    try {
      const answer = await send('worker', 'enqueue', { links: links.slice(count, count + AT_ONCE), paused, again });
      ids.push(...answer.ids);
      skipped.push(...answer.skipped);
    } catch (fault) {
      return { ids, skipped, count, error: reasonOf(fault) };
    }
  }
  return { ids, skipped, count: links.length, error: null };
}
