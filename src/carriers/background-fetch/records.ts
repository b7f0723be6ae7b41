import { failureOfStatus, type Failure } from '../../core/carriers/failure.ts';
import { type ByteRange, isSameRange, isWhole, partOf } from '../../core/carriers/parts.ts';
import { lengthOf, retryAfterOf } from '../../core/carriers/probe-result.ts';
import { isWeb } from '../../core/links/parse-link.ts';
import type { FetchPlan, PartsPlan } from '../../core/queue/plan.ts';

/** What a registration gives, whether it runs or has ended. */
export interface Records {
  /** The answers to the requests for this item's file, in no certain order; null for a request that has none. */
  responses(owner: string): Promise<readonly (Response | null)[]>;
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
export async function harvest(records: Records, owner: string, { missing, version }: PartsPlan): Promise<Harvest> {
  const parts: BroughtPart[] = [];
  let whole: Harvest['whole'] = null;
  let fault: Harvest['fault'] = null;
  for (const response of await records.responses(owner)) {
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

/** Whether all that a plan asked for is here, however its registration ended. `found`: its harvest, where it is in parts. */
export async function isComplete(
  records: Records,
  owner: string,
  { parts }: FetchPlan,
  found: Harvest | null,
): Promise<boolean> {
  if (parts !== null) {
    const here = found?.fault === null ? found.parts : [];
    return parts.missing.every(part => here.some(each => isSameRange(each.part, part)));
  }
  const [response = null] = await records.responses(owner).catch(() => []);
  const promised = response?.status === 200 ? lengthOf(response.headers) : null;
  return response !== null && promised !== null && promised > 0 && (await response.blob()).size === promised;
}

/** Others are refusals, which say of the file nothing but that. 416: it has become shorter. */
function isJudged(status: number): boolean {
  return status === 416 || (status >= 200 && status < 300);
}

/** What an answer means that is no file. */
export function failureOfAnswer({ status, headers }: Response): Failure {
  return failureOfStatus(status, retryAfterOf(headers, Date.now()));
}
