import { type BatchPattern, expandBatch, batchLinkAt, lastBatchLink, parseBatchPattern } from './batch-pattern.ts';
import type { Literal } from './batch-range.ts';
import type { Pasted, PastedLink } from './pasted.ts';

/** Links beyond which the user is asked first. */
export const ASKS_FROM = 100_000;
/** Links beyond which nothing is sent: no queue is meant for more. */
export const MOST_LINKS = 1_000_000;

/** What would be sent for a pasted text, before any of its batches is written out. */
export interface AddPlan {
  readonly entries: readonly PlanEntry[];
  /** Links in all; Infinity beyond 2^53. */
  readonly count: number;
  /** How many of the entries stand for several links. */
  readonly batches: number;
  /** Of the first batch. */
  readonly first: string | null;
  readonly last: string | null;
  /** What looks like a range and is left as it stands. */
  readonly literals: readonly Literal[];
}
interface PlanEntry {
  readonly link: PastedLink;
  /** null for a link that stands for itself. */
  readonly pattern: BatchPattern | null;
}

/** Literals that are told: nobody reads more. */
const MOST_LITERALS = 20;

/** Plans what a text sends. With `asItIs` nothing in a link is a range: addresses may have such brackets of their own. */
export function planAdding({ links }: Pick<Pasted, 'links'>, asItIs: boolean): AddPlan {
  const literals: Literal[] = [];
  const entries = links.map((link): PlanEntry => {
    if (asItIs || !/[[{]/.test(link.url)) return { link, pattern: null };
    const pattern = parseBatchPattern(link.url);
    literals.push(...pattern.literals.slice(0, MOST_LITERALS - literals.length));
    return { link, pattern: pattern.parts.length > 1 ? pattern : null };
  });
  const batches = entries.flatMap(({ pattern }) => pattern ?? []);
  const [first] = batches;
  return {
    entries,
    count: entries.reduce((sum, { pattern }) => sum + (pattern?.count ?? 1), 0),
    batches: batches.length,
    first: first === undefined ? null : batchLinkAt(first, 0),
    last: first === undefined ? null : lastBatchLink(first),
    literals,
  };
}

/** The links of a plan, one at a time. What is known of one file is not said of a batch: its links are many files. */
export function* plannedLinks({ entries }: AddPlan): Generator<PastedLink> {
  for (const { link, pattern } of entries) {
    if (pattern === null) yield link;
    else if (link.referrer === undefined) for (const url of expandBatch(pattern)) yield { url };
    else for (const url of expandBatch(pattern)) yield { url, referrer: link.referrer };
  }
}
