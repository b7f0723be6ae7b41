import { parseRegistrationId, registrationId } from '../../core/queue/item-jobs.ts';
import { type ByteRange, sizeOf } from '../../core/carriers/parts.ts';
import type { FetchPlan } from '../../core/queue/item.ts';
import { lastSegment } from '../../core/naming/file-name.ts';
import type { Carrier, Progress } from '../carrier.ts';

/** One registration: requests for one file. */
export interface FetchJob {
  readonly registration: string;
  readonly url: string;
  readonly title: string;
  /** Bytes that will come in all; null when unknown. */
  readonly total: number | null;
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
    async start(item, plan) {
      const title = item.name ?? (lastSegment(item.url) || new URL(item.url).hostname);
      const parts = plan.parts?.missing ?? [];
      const total = parts.length === 0 ? plan.total : sizeOf(parts);
      await port.start({ registration: registrationId(item), url: item.url, title, total, parts });
      return { downloadId: null };
    },
    async stop({ registration }) {
      if (parseRegistrationId(registration) !== null) await port.abort(registration);
    },
    async look(item) {
      const seen = await port.progress(registrationId(item));
      const here = bytesHereBefore(item.plan);
      if (seen === null) return null;
      return { bytes: here + seen.bytes, total: item.plan.total ?? seen.total };
    },
  };
}

/** Bytes of a planned file that were kept already when its attempt began. */
export function bytesHereBefore({ parts }: FetchPlan): number {
  return parts === null ? 0 : parts.version.total - sizeOf(parts.missing);
}
