import { bytesToCome } from '../../core/queue/gather.ts';
import { partsPlanOf, fetchRegistration, parseRegistrationId } from '../../core/queue/item-jobs.ts';
import { type ByteRange, sizeOf } from '../../core/carriers/parts.ts';
import type { QueueItem } from '../../core/queue/item.ts';
import type { FetchPlan } from '../../core/queue/plan.ts';
import { lastSegment } from '../../core/naming/file-name.ts';
import type { Carrier, Progress } from '../carrier.ts';

/** One registration: the requests for one file, or for several of a group. */
export interface FetchJob {
  readonly registration: string;
  readonly title: string;
  /** Bytes that will come in all; null when unknown. */
  readonly total: number | null;
  readonly files: readonly FileRequests[];
}
export interface FileRequests {
  /** The id of the item, by which its answers are told from others of the registration. */
  readonly owner: string;
  readonly url: string;
  /** One request for each of these parts; none: one for the whole file. */
  readonly parts: readonly ByteRange[];
}

/** What this carrier needs of the browser. */
export interface FetchPort {
  /** Registers a fetch; rejects with `FailedAttempt` when the browser refuses it. Its id may be taken already: no error. */
  start(job: FetchJob): Promise<void>;
  abort(registration: string): Promise<void>;
  progress(registration: string): Promise<Progress | null>;
}

/**
 * The browser fetches by itself, through the death of the worker and of every page. The end comes to the worker as an
 * event (`collect.ts`); here is only the start and the stop.
 */
export function backgroundFetchCarrier(port: FetchPort): Carrier<'background-fetch'> {
  return {
    name: 'background-fetch',
    async start(item, plan, companions) {
      const registration = fetchRegistration(item);
      const total = plan.shared === null ? bytesToCome(plan) : plan.shared.total;
      const files = [item, ...companions].map(requestsOf);
      await port.start({ registration, title: titleOf(item, plan), total, files });
      return { downloadId: null };
    },
    async stop({ registration }) {
      if (parseRegistrationId(registration) !== null) await port.abort(registration);
    },
    async look(item) {
      const seen = await port.progress(fetchRegistration(item));
      const here = bytesHereBefore(item.plan);
      if (seen === null) return null;
      return {
        bytes: here + shareOf(item.plan, seen.bytes),
        total: item.plan.total ?? (item.plan.shared === null ? seen.total : null),
      };
    },
  };
}

/** Bytes of a planned file that were kept already when its attempt began. */
export function bytesHereBefore({ parts }: FetchPlan): number {
  return parts === null ? 0 : parts.version.total - sizeOf(parts.missing);
}

/** The browser counts the bytes of a registration as a whole: each file of a group is shown its share of them. */
function shareOf(plan: FetchPlan, bytes: number): number {
  const own = bytesToCome(plan);
  const all = plan.shared?.total ?? null;
  return own === null || all === null || all === 0 ? bytes : Math.floor((bytes * own) / all);
}

function requestsOf(item: QueueItem): FileRequests {
  return { owner: item.id, url: item.url, parts: partsPlanOf(item)?.missing ?? [] };
}

function titleOf(item: QueueItem, { shared }: FetchPlan): string {
  if (shared !== null && item.group !== null) return item.group.title;
  return item.name ?? (lastSegment(item.url) || new URL(item.url).hostname);
}
