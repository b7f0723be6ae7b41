import { browser } from '../platform/browser.ts';
import type { Answerer, AnswerOf, AskOf, Envelope, Name, Reply } from './protocol.ts';

/** A call that was refused (`code` from the answering side) or that nobody answered (`no-answer`). */
export class WireError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'WireError';
    this.code = code;
  }
}

/** Asks another part of the extension and waits for its answer. Rejects with a `WireError`, and with nothing else. */
export async function send<A extends Answerer, N extends Name<A>>(
  to: A,
  name: N,
  ask: AskOf<A, N>,
): Promise<AnswerOf<A, N>> {
  const envelope: Envelope = { to, name, ask };
  const reply = await browser.runtime.sendMessage<Envelope, Reply<AnswerOf<A, N>> | undefined>(envelope).catch(silence);
  if (reply === undefined || reply === null) throw new WireError('no-answer', `Nobody answered ${to}/${name}.`);
  if (!reply.ok) throw new WireError(reply.error.code, reply.error.message);
  return reply.answer;
}

/** `sendMessage` rejects when nobody listens, or when the listener died before it answered. */
function silence(reason: unknown): never {
  throw new WireError('no-answer', reason instanceof Error ? reason.message : String(reason));
}
