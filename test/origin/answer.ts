import { STATUS_CODES } from 'node:http';
import { type Body, fileBody, gzipped, textBody } from './body.ts';
import { spanOf } from './byte-range.ts';
import { contentTypeOf, type Entity, entityOf } from './entity.ts';
import type { Counted, FaultCounts } from './fault-counts.ts';
import type { Behaviour } from './switches.ts';

/** A request, as far as the answer depends on it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Path and query: what is counted. */
  readonly url: string;
  /** A header by its lower-case name. */
  readonly header: (name: string) => string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  /** How many bytes of the body go out before the ending. */
  readonly sent: number;
  readonly ending: 'finish' | 'cut' | 'stall';
}

/** Decides the answer to a GET or a HEAD, and spends the faults that have a count when it is a GET. */
export function answerTo(asked: Asked, behaviour: Behaviour, counts: FaultCounts): Answer {
  const { needReferer, needCookie, headStatus, status } = behaviour;
  if (needReferer !== undefined && !(asked.header('referer') ?? '').startsWith(needReferer)) {
    return statusAnswer(403, behaviour, 'another Referer is needed');
  }
  if (needCookie !== undefined && !cookiesOf(asked).includes(needCookie)) {
    return statusAnswer(403, behaviour, 'a cookie is missing');
  }
  if (asked.method === 'HEAD' && headStatus !== undefined) return statusAnswer(headStatus, behaviour);
  if (status !== undefined && happens(asked, 'status', behaviour.statusTimes, counts)) {
    const { retryAfter } = behaviour;
    return statusAnswer(status, behaviour, undefined, retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
  }
  const location = behaviour.loop ? asked.url : behaviour.redirect;
  if (location !== undefined) {
    return statusAnswer(behaviour.redirectStatus, behaviour, undefined, { Location: location });
  }
  return entityAnswer(asked, behaviour, counts);
}

/** A status and a line of text. */
export function statusAnswer(
  status: number,
  { cors, setCookie }: Pick<Behaviour, 'cors' | 'setCookie'>,
  reason = STATUS_CODES[status] ?? 'no reason',
  headers: Readonly<Record<string, string>> = {},
): Answer {
  // These two have no body, and a length would have the browser wait for one.
  const empty = status === 204 || status === 304;
  const body = textBody(empty ? '' : `${status} ${reason}\n`);
  const about = empty ? {} : { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': String(body.length) };
  const all = { ...common(cors, setCookie), ...about, ...headers };
  return { status, headers: all, body, sent: body.length, ending: 'finish' };
}

function entityAnswer(asked: Asked, behaviour: Behaviour, counts: FaultCounts): Answer {
  const entity = entityOf(asked.path, nextVersion(asked, behaviour, counts), behaviour);
  const ifRange = asked.header('if-range');
  const partly = behaviour.ranges && (ifRange === null || ifRange === entity.strong);
  const span = spanOf(partly ? asked.header('range') : null, entity.size);
  if (span.kind === 'beyond') {
    const headers = { ...entity.validators, 'Accept-Ranges': 'bytes', 'Content-Range': `bytes */${entity.size}` };
    return statusAnswer(416, behaviour, undefined, headers);
  }
  const first = span.kind === 'part' ? span.first : 0;
  const last = span.kind === 'part' ? span.last : entity.size - 1;
  const plain = fileBody(entity.seed, first, last - first + 1);
  const body = behaviour.gzip ? gzipped(plain) : plain;
  const headers = {
    ...common(behaviour.cors, behaviour.setCookie),
    ...contentTypeOf(asked.path, behaviour.type),
    ...entity.validators,
    ...(behaviour.ranges ? { 'Accept-Ranges': 'bytes' } : {}),
    ...(span.kind === 'part' ? contentRange(span.first, span.last, entity, behaviour.badRange) : {}),
    ...(behaviour.gzip ? { 'Content-Encoding': 'gzip' } : {}),
    ...(behaviour.disposition === undefined ? {} : { 'Content-Disposition': behaviour.disposition }),
    ...framing(body, behaviour),
  };
  return { status: span.kind === 'part' ? 206 : 200, headers, body, ...endingOf(asked, body, behaviour, counts) };
}

/** The log of requests should not depend on the browser's cache, so nothing is ever kept there. */
function common(cors: Behaviour['cors'], setCookie: string | undefined): Record<string, string> {
  return {
    'Cache-Control': 'no-store',
    ...(cors === 'any' ? { 'Access-Control-Allow-Origin': '*' } : {}),
    ...(setCookie === undefined ? {} : { 'Set-Cookie': setCookie }),
  };
}

function contentRange(first: number, last: number, { size }: Entity, bad: Behaviour['badRange']) {
  switch (bad) {
    case 'none':
      return { 'Content-Range': `bytes ${first}-${last}/${size}` };
    case 'shifted':
      return { 'Content-Range': `bytes ${first + 1}-${last + 1}/${size + 1}` };
    case 'garbage':
      return { 'Content-Range': 'bytes from-here/to-there' };
    case 'absent':
      return {};
  }
}

function framing(body: Body, { chunked, length }: Behaviour): Record<string, string> {
  if (chunked) return { 'Transfer-Encoding': 'chunked' };
  if (length === undefined) return { 'Content-Length': String(body.length) };
  // After a wrong length nobody knows where the next answer would begin.
  return { 'Content-Length': String(length), Connection: 'close' };
}

function endingOf(asked: Asked, body: Body, { cut, cuts, stall, stalls }: Behaviour, counts: FaultCounts) {
  if (cut !== undefined && cut <= body.length && happens(asked, 'cut', cuts, counts)) {
    return { sent: cut, ending: 'cut' } as const;
  }
  if (stall !== undefined && stall <= body.length && happens(asked, 'stall', stalls, counts)) {
    return { sent: stall, ending: 'stall' } as const;
  }
  return { sent: body.length, ending: 'finish' } as const;
}

function nextVersion(asked: Asked, { version, versions }: Behaviour, counts: FaultCounts): number {
  if (versions === undefined) return version;
  const all = versions.split(',').map(Number);
  const turn = counts.spent(asked.url, 'version');
  if (asked.method === 'GET') counts.spend(asked.url, 'version');
  return all[turn] ?? all.at(-1) ?? version;
}

/** Whether a counted fault happens now; a HEAD sees what the next GET would get. */
function happens(asked: Asked, what: Counted, times: number | undefined, counts: FaultCounts): boolean {
  if (counts.spent(asked.url, what) >= (times ?? Number.POSITIVE_INFINITY)) return false;
  if (asked.method === 'GET') counts.spend(asked.url, what);
  return true;
}

function cookiesOf(asked: Asked): readonly string[] {
  return (asked.header('cookie') ?? '').split(';').map(cookie => cookie.trim());
}
