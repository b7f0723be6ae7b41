import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** An answer as a plain client saw it: nothing followed, nothing decompressed, nothing kept. */
export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** False when the connection ended before the body's announced end. */
  readonly whole: boolean;
}

interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Milliseconds after which a condition is taken to be false for good. */
const patienceMs = 10_000;

/** One request on a connection of its own, heard to its end, also to an early one. */
export async function ask(url: string, question: Question = {}): Promise<Heard> {
  const answer = await begin(url, question);
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A premature end is an answer here; `whole` tells.
  answer.on('error', () => {});
  await new Promise<void>(resolve => answer.on('close', resolve));
  const { statusCode = 0, headers, complete } = answer;
  return { status: statusCode, headers, body: Buffer.concat(chunks), whole: complete };
}

/** The same up to the headers; the body waits to be read. */
export async function begin(url: string, { method = 'GET', headers = {} }: Question = {}): Promise<IncomingMessage> {
  const asking = request(url, { method, headers, agent: false });
  asking.end();
  const [answer] = await once(asking, 'response');
  return answer;
}

/** Waits for a condition, looking at it once every turn of the event loop. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > patienceMs) throw new Error(`never happened: ${what}`);
    await nextTurn();
  }
}
