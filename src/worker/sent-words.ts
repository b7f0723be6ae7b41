import type { EnqueueAnswer } from '../messages/protocol.ts';
import type { Words } from '../messages/words.ts';

/** What came of a sending that no page of ours waits for, in a sentence or two. */
export function sentWords({ ids, skipped }: EnqueueAnswer, words: Words): string {
  const added = ids.length === 1 ? words('notice_sent_one') : words('notice_sent_other', ids.length);
  const [first] = skipped;
  return first === undefined ? added : `${added} ${words('notice_skipped', skipped.length, first.reason)}`;
}
