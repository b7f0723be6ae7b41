import { failure, failureOfStatus } from '../core/carriers/failure.ts';
import { mayHaveParts, withRanges } from '../core/carriers/parts.ts';
import { type ProbeResult, readProbeAnswer, retryAfterOf } from '../core/carriers/probe-result.ts';
import { isWeb } from '../core/links/parse-link.ts';

const PATIENCE = 10_000;

/**
 * Asks a host that we have access to about a file: one HEAD, and where that is refused, or leaves open whether the file
 * can be had in parts, a GET of the first byte. Redirects are followed to the end. A missing file is known in the time of one answer this way;
 * a Background Fetch takes up to a minute to say so (Chromium 156). `not-asked` where the answer may not be read.
 */
export async function probe(url: string): Promise<ProbeResult> {
  try {
    const head = await ask(url, { method: 'HEAD' });
    if (!head.ok && !isFinal(head.status)) return understood(await askForFirstByte(url));
    const answer = understood(head);
    return mayHaveParts(answer) ? withRanges(answer, understood(await askForFirstByte(url))) : answer;
  } catch (error) {
    return (await isClosed(url, error)) ? { kind: 'not-asked' } : unanswered(error);
  }
}

/**
 * Whether there is an answer that we may not read: the link leads on to a host that is not granted. The browser's own
 * download needs nobody's leave. What cannot be reached cannot be reached without reading either.
 */
async function isClosed(url: string, fault: unknown): Promise<boolean> {
  if (isLate(fault)) return false;
  return ask(url, { method: 'HEAD', mode: 'no-cors' }).then(
    () => true,
    () => false,
  );
}

function unanswered(error: unknown): ProbeResult {
  return { kind: 'failed', failure: isLate(error) ? failure('timed-out') : failure('unreachable', 'no answer') };
}

function isLate(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** Asks the same by a GET of the first byte alone, which is what a link that is good for one time only is known by. */
export async function probeByGet(url: string): Promise<ProbeResult> {
  return askForFirstByte(url).then(understood, unanswered);
}

/** A GET whose body is not read: a server that does not know ranges would send the whole file. */
async function askForFirstByte(url: string): Promise<Response> {
  const patience = new AbortController();
  const first = await ask(url, { headers: { range: 'bytes=0-0' } }, patience.signal);
  patience.abort();
  return first;
}

/** Servers that refuse HEAD answer it with almost anything; only a server in trouble is not asked again. */
function isFinal(status: number): boolean {
  return status === 429 || status === 503;
}

async function ask(url: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  const late = AbortSignal.timeout(PATIENCE);
  return fetch(url, {
    ...init,
    credentials: 'include',
    cache: 'no-store',
    signal: signal === undefined ? late : AbortSignal.any([late, signal]),
  });
}

function understood(response: Response): ProbeResult {
  const { status, url, headers } = response;
  if (!isWeb(url)) return { kind: 'failed', failure: failure('bad-redirect', url.slice(0, 100)) };
  // 416 to a range of the first byte: the file is there, and empty.
  if (response.ok || status === 416) return readProbeAnswer(status, url, headers);
  return { kind: 'failed', failure: failureOfStatus(status, retryAfterOf(headers, Date.now())) };
}
