import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request that arrived, and how its answer went. The log keeps writing to it until the answer is over. */
export interface LoggedRequest {
  method: string;
  /** Without the query, as it came over the wire. */
  path: string;
  /** Path and query. */
  url: string;
  /** The Host header. */
  host: string;
  /** By lower-case names. */
  headers: Record<string, string>;
  range: string | null;
  referer: string | null;
  /** 0 until the headers are sent. */
  status: number;
  /** Bytes of the body given to the connection; when the client left, the last of them may not have arrived. */
  bytesSent: number;
  /** `cut` is the server's doing, `client` the client's. A body that stalls stays `open`. */
  endedBy: 'finished' | 'cut' | 'client' | 'open';
  /** When it arrived. Milliseconds since the epoch. */
  at: number;
  /** When its answer was over, in the same way; null until then. */
  endedAt: number | null;
}

/** The entry of a request that has just arrived. */
export function entryOf(request: IncomingMessage): LoggedRequest {
  const url = request.url ?? '/';
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    path: url.split('?', 1)[0] ?? url,
    url,
    host: request.headers.host ?? '',
    headers,
    range: request.headers.range ?? null,
    referer: request.headers.referer ?? null,
    status: 0,
    bytesSent: 0,
    endedBy: 'open',
    at: Date.now(),
    endedAt: null,
  };
}

/**
 * Has the entry follow the answer, whoever writes it. `finished` is noted when the last byte is given away and taken back
 * if the client leaves before it went out: so a client that has everything never finds its own request still open.
 * Once the origin itself is closing, nothing more is said.
 */
export function follow(entry: LoggedRequest, response: ServerResponse, closing: AbortSignal): void {
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const destroy = response.destroy.bind(response);
  const count = (chunk: unknown, encoding: unknown): void => {
    if (entry.method === 'HEAD') return;
    if (chunk instanceof Uint8Array) entry.bytesSent += chunk.byteLength;
    if (typeof chunk === 'string') entry.bytesSent += Buffer.from(chunk, encodingOf(encoding)).length;
  };
  response.writeHead = (...args: unknown[]) => {
    entry.status = Number(args[0]);
    return Reflect.apply(writeHead, null, args);
  };
  response.write = (...args: unknown[]) => {
    count(args[0], args[1]);
    return Reflect.apply(write, null, args);
  };
  response.end = (...args: unknown[]) => {
    count(args[0], args[1]);
    if (entry.endedBy === 'open') entry.endedBy = 'finished';
    return Reflect.apply(end, null, args);
  };
  response.destroy = (...args: unknown[]) => {
    if (!response.writableFinished) entry.endedBy = 'cut';
    return Reflect.apply(destroy, null, args);
  };
  response.on('close', () => {
    entry.endedAt = Date.now();
    if (entry.endedBy === 'cut' || response.writableFinished || closing.aborted) return;
    entry.endedBy = 'client';
  });
}

function encodingOf(given: unknown): BufferEncoding {
  return typeof given === 'string' && Buffer.isEncoding(given) ? given : 'utf8';
}
