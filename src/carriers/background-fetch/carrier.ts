import { parseRegistrationId, registrationId } from '../../core/queue/item-jobs.ts';
import { lastSegment } from '../../core/naming/file-name.ts';
import type { Carrier, Progress } from '../carrier.ts';

/** What this carrier needs of the browser. */
export interface FetchPort {
  /** Registers a fetch; rejects with `FailedAttempt` when the browser refuses it. Its id may be taken already: no error. */
  start(job: { registration: string; url: string; title: string; total: number | null }): Promise<void>;
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
      await port.start({ registration: registrationId(item), url: item.url, title, total: plan.total });
      return { downloadId: null };
    },
    async stop({ registration }) {
      if (parseRegistrationId(registration) !== null) await port.abort(registration);
    },
    async look(item) {
      const seen = await port.progress(registrationId(item));
      return seen === null ? null : { bytes: seen.bytes, total: seen.total ?? item.plan.total };
    },
  };
}
