import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { Files } from './files.ts';
import { readSwitches, writeSwitches } from './read-switches.ts';
import { entryOf, follow, type LoggedRequest } from './request-log.ts';
import type { Switches } from './switches.ts';
import { wirePath } from './wire-path.ts';

export type { LoggedRequest } from './request-log.ts';
export type { Switches } from './switches.ts';

/** A server of made-up files whose URLs say how they misbehave, and that remembers what it was asked. */
export interface Origin {
  readonly port: number;
  /** `http://127.0.0.1:port`, without a slash at the end; also when it listens on 0.0.0.0. */
  readonly base: string;
  /** Everything that arrived since the start or the last `forget`, in order; it goes on growing. */
  readonly requests: readonly LoggedRequest[];
  /** The URL of a file. Throws when the switches are nonsense. Without any switch the path is unknown: a 404. */
  url(path: string, switches?: Switches): string;
  requestsFor(path: string): readonly LoggedRequest[];
  /** Serves a page at a path, whatever the query; returns its URL. */
  page(path: string, html: string): string;
  /** Leaves a path, with every method, to a handler; returns its URL. To cut an answer, it calls `res.destroy()`. */
  handle(path: string, handler: (req: IncomingMessage, res: ServerResponse) => void): string;
  /** Answers a path by the switches that are chosen for each GET and HEAD when it arrives; returns its URL. */
  decide(path: string, choose: (request: LoggedRequest) => Switches): string;
  /** Empties the log and begins the counts anew. */
  forget(): void;
  /** Ends every connection; what was still open stays `open` in the log. */
  close(): Promise<void>;
}

interface Options {
  /** The address to listen on; 127.0.0.1 unless told. */
  readonly host?: string;
  /** Any free one unless told. */
  readonly port?: number;
  /** PEM texts, for HTTPS. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Room for the long URLs that an extension must survive. Bytes of all headers together. */
const maxHeaderSize = 256 * 1024;

export async function startOrigin(options: Options = {}): Promise<Origin> {
  const { host = '127.0.0.1', port = 0, tls } = options;
  const requests: LoggedRequest[] = [];
  const handlers = new Map<string, RequestListener>();
  const files = new Files();
  const closing = new AbortController();

  const listener: RequestListener = (request, response) => {
    const entry = entryOf(request);
    requests.push(entry);
    follow(entry, response, closing.signal);
    // A write that meets a connection just gone is no fault of the test's; the log tells of it.
    response.on('error', () => {});
    const handler = handlers.get(entry.path);
    if (handler) handler(request, response);
    else void files.serve(entry, response);
  };
  const server = tls
    ? createSecureServer({ ...tls, maxHeaderSize }, listener)
    : createServer({ maxHeaderSize }, listener);
  const sockets = socketsOf(server);
  server.listen(port, host);
  await once(server, 'listening');
  const base = baseOf(server, tls ? 'https' : 'http', host);

  return {
    port: Number(new URL(base).port),
    base,
    requests,
    url(path, switches = {}) {
      const query = writeSwitches(switches);
      const read = readSwitches(query);
      if ('problem' in read) throw new TypeError(`${path}: ${read.problem}`);
      return base + wirePath(path) + (query === '' ? '' : `?${query}`);
    },
    requestsFor: path => requests.filter(request => request.path === wirePath(path)),
    page(path, html) {
      files.pages.set(wirePath(path), html);
      return base + wirePath(path);
    },
    handle(path, handler) {
      handlers.set(wirePath(path), handler);
      return base + wirePath(path);
    },
    decide(path, choose) {
      files.choices.set(wirePath(path), choose);
      return base + wirePath(path);
    },
    forget() {
      requests.length = 0;
      files.counts.clear();
    },
    async close() {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** The connections that are open now, also those that have not yet said anything. */
function socketsOf(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return sockets;
}

function baseOf(server: Server, scheme: 'http' | 'https', host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the origin listens on no port');
  const named = host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${scheme}://${named}:${address.port}`;
}
