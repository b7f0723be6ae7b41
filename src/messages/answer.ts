import { browser } from '../platform/browser.ts';
import { Refusal } from './refusal.ts';
import type { Answerer, AnswerOf, Name, Reply } from './protocol.ts';

/** Every message that `A` answers, complete: one that is missing is a compile error. Asks are checked by the handler. */
export type Handlers<A extends Answerer> = {
  [N in Name<A>]: (ask: unknown, sender: Sender) => Promise<AnswerOf<A, N>>;
};

/** What the browser tells of a sender; `chrome.runtime.MessageSender` fits. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** Of the page or the frame, by the browser's own word. */
  readonly origin?: string | undefined;
}

/**
 * Answers the messages addressed to `as`, those that `isTrusted` lets in of this sender. To be called synchronously at
 * start. Messages to others are left alone; a message that nobody knows gets an error, never silence. None is handled
 * before `ready`, which must not reject.
 */
export function answer<A extends Answerer>(
  as: A,
  handlers: Handlers<A>,
  isTrusted: (sender: Sender, name: unknown) => boolean,
  ready: Promise<unknown> = Promise.resolve(),
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply<unknown>) => void) => {
    const envelope = parseEnvelope(message);
    if (envelope?.to !== as) return false;
    void ready.then(() => replyTo(envelope, handlers, sender, isTrusted(sender, envelope.name))).then(respond);
    return true;
  });
}

type Handler = (ask: unknown, sender: Sender) => Promise<unknown>;

interface OpenEnvelope {
  readonly to: unknown;
  readonly name: unknown;
  readonly ask: unknown;
}

async function replyTo<A extends Answerer>(
  { name, ask }: OpenEnvelope,
  handlers: Handlers<A>,
  sender: Sender,
  isTrusted: boolean,
): Promise<Reply<unknown>> {
  if (!isTrusted) return refused('forbidden', 'Only pages of Longhaul may send this message.');
  const handler = Object.entries<Handler>(handlers).find(([known]) => known === name)?.[1];
  if (handler === undefined) return refused('unknown-message', `There is no message named ${JSON.stringify(name)}.`);
  try {
    return { ok: true, answer: await handler(ask, sender) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.message);
    console.error('Longhaul:', name, error);
    return refused('internal', error instanceof Error ? error.message : String(error));
  }
}

function refused(code: string, message: string): Reply<never> {
  return { ok: false, error: { code, message } };
}

function parseEnvelope(message: unknown): OpenEnvelope | null {
  if (typeof message !== 'object' || message === null || !('to' in message)) return null;
  return {
    to: message.to,
    name: 'name' in message ? message.name : undefined,
    ask: 'ask' in message ? message.ask : {},
  };
}
