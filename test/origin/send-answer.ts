import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Pace } from './pace.ts';
import type { LoggedRequest } from './request-log.ts';
import { sendBody, waited } from './send-body.ts';

/** How fast an answer goes. */
export interface Tempo {
  /** Milliseconds before the headers. */
  readonly latency: number;
  /** All of them are kept. */
  readonly paces: readonly Pace[];
}

/** Sends an answer to its planned end, or until the client leaves. */
export async function sendAnswer(
  answer: Answer,
  entry: LoggedRequest,
  response: ServerResponse,
  { latency, paces }: Tempo,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  if (latency > 0 && !(await waited(latency, gone.signal))) return;
  response.writeHead(answer.status, answer.headers);
  if (entry.method === 'HEAD') {
    response.end();
    return;
  }
  // Sends the headers although a stall may come before the first byte. `flushHeaders` would send them as UTF-8, and
  // so would a body of text; only bytes leave them in Latin-1 (Node 20, OutgoingMessage._send).
  response.write(Buffer.alloc(0));
  if (!(await sendBody(response, answer.body, answer.sent, paces, gone.signal))) return;
  if (answer.ending === 'finish') response.end();
  if (answer.ending === 'cut') {
    entry.endedBy = 'cut';
    // Not `destroy`: what was written before the cut must still arrive.
    response.socket?.destroySoon();
  }
}
