import { type Failure, failureWord } from '../core/carriers/failure.ts';
import { interruptWord } from '../core/carriers/interrupt-reason.ts';
import type { Words } from '../messages/words.ts';

/** A failure as the user reads it: what happened, to what, what to do next. */
export function failureWords({ url }: { readonly url: string }, { code, detail }: Failure, words: Words): string {
  const said = detail === null ? 'failure_noDetail' : interruptWord(detail);
  return words(failureWord(code), new URL(url).host, said === null ? (detail ?? '') : words(said));
}
