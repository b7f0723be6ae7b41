import type { EnqueueAnswer, EnqueueAsk, LinkAsk } from '../src/messages/protocol.ts';
import { send } from '../src/messages/send.ts';
import { reasonOf } from './reason-of.ts';

/** Links in one message: more would hold up the worker, and a message may be 64 MB at most. */
const AT_ONCE = 1000;

interface Taken extends Omit<EnqueueAnswer, 'batch'> {
  /** Links that were answered for; fewer than there were when it broke off (`error` says why) or was stopped. */
  readonly count: number;
  readonly error: string | null;
}
export interface Sent extends Taken {
  /** Everything is paused, so that what was added waits although that was not asked for. */
  readonly isHeld: boolean;
}
interface Terms {
  readonly paused?: boolean;
  readonly again?: boolean;
  /** What is said once for all links. */
  readonly shared?: Pick<EnqueueAsk, 'folder' | 'mask' | 'conflict'>;
  /** Asked before each part: whether the rest is to stay unsent. */
  readonly isStopped?: () => boolean;
}

/** Sends links to the queue, some at a time. Never rejects: what was taken before a fault stays taken. */
export async function sendLinks(
  links: Iterable<LinkAsk>,
  { paused = false, again = false, shared = {}, isStopped = () => false }: Terms = {},
  onProgress: (count: number) => void = () => {},
): Promise<Sent> {
  const taken = await sendInParts(links, { paused, again, shared, isStopped }, onProgress);
  return { ...taken, isHeld: taken.ids.length > 0 && !paused && (await isQueueHeld()) };
}

async function sendInParts(
  links: Iterable<LinkAsk>,
  { paused, again, shared, isStopped }: Required<Terms>,
  onProgress: (count: number) => void,
): Promise<Taken> {
  const ids: EnqueueAnswer['ids'] = [];
  const skipped: EnqueueAnswer['skipped'] = [];
  const notes: EnqueueAnswer['notes'] = [];
  // All that is sent here is one sending, whose numbers go on.
  let batch = {};
  let count = 0;
  for (const some of chunks(links)) {
    if (isStopped()) break;
    onProgress(count);
    try {
      const answer = await send('worker', 'enqueue', { links: some, paused, again, ...shared, ...batch });
      count += some.length;
      batch = { batch: answer.batch, from: count + 1 };
      ids.push(...answer.ids);
      skipped.push(...answer.skipped);
      notes.push(...answer.notes);
    } catch (fault) {
      return { ids, skipped, notes, count, error: reasonOf(fault) };
    }
  }
  return { ids, skipped, notes, count, error: null };
}

/** Some links at a time: a batch may stand for more than should ever be in one array. */
function* chunks(links: Iterable<LinkAsk>): Generator<LinkAsk[]> {
  let some: LinkAsk[] = [];
  for (const link of links) {
    some.push(link);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function isQueueHeld(): Promise<boolean> {
  const { hold } = await send('worker', 'summary', {}).catch(() => ({ hold: false }));
  return hold;
}
