import { failureOfStatus, type Failure } from '../../core/carriers/failure.ts';
import { type ByteRange, isWhole, partOf } from '../../core/carriers/parts.ts';
import { retryAfterOf } from '../../core/carriers/probe-result.ts';
import { isWeb } from '../../core/links/parse-link.ts';
import type { PartsPlan } from '../../core/queue/item.ts';

/** What a registration gives, whether it runs or has ended. */
export interface Records {
  /** The answers that are there, in no certain order; null for a request that has none. */
  responses(): Promise<readonly (Response | null)[]>;
}

/** A part in hand: bytes by reference, and the answer that brought them. */
export interface BroughtPart {
  readonly part: ByteRange;
  readonly blob: Blob;
  readonly response: Response;
}

/** What the answers to the requests of one plan are worth. */
export interface Harvest {
  readonly parts: readonly BroughtPart[];
  /** A whole file that came instead of parts, right by what it says of itself. */
  readonly whole: { readonly blob: Blob; readonly response: Response } | null;
  /** Why one of them cannot be joined; null where nothing is worse than incomplete. */
  readonly fault: 'changed' | 'no-parts' | null;
}

/** Judges the answers of a plan in parts. Each is believed for what it says of itself only. */
export async function harvest(records: Records, { missing, version }: PartsPlan): Promise<Harvest> {
  const parts: BroughtPart[] = [];
  let whole: Harvest['whole'] = null;
  let fault: Harvest['fault'] = null;
  for (const response of await records.responses()) {
    if (response === null || !isJudged(response.status)) continue;
    if (response.url !== '' && !isWeb(response.url)) continue;
    const blob = await response.blob();
    const answer = { status: response.status, headers: response.headers, size: blob.size };
    const part = partOf(answer, missing, version);
    if (typeof part === 'object') parts.push({ part, blob, response });
    else if (isWhole(answer)) whole = { blob, response };
    if (part === 'changed' || response.status === 416) fault = 'changed';
    else if (part === 'no-part') fault ??= 'no-parts';
  }
  return { parts, whole, fault };
}

/** Others are refusals, which say of the file nothing but that. 416: it has become shorter. */
function isJudged(status: number): boolean {
  return status === 416 || (status >= 200 && status < 300);
}

/** What an answer means that is no file. */
export function failureOfAnswer({ status, headers }: Response): Failure {
  return failureOfStatus(status, retryAfterOf(headers, Date.now()));
}
