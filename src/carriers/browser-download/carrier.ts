import { failure, FailedAttempt } from '../../core/carriers/failure.ts';
import { isWeb } from '../../core/links/parse-link.ts';
import { isOverwriting } from '../../core/queue/placing.ts';
import type { Carrier, Progress } from '../carrier.ts';

export interface DownloadJob {
  readonly url: string;
  /** A relative path; null leaves it to the browser. */
  readonly filename: string | null;
  /** A file that is there already gives way. Otherwise the new one gets a number. */
  readonly overwrites: boolean;
  /** We are asked for the name once more when the browser has seen the headers. */
  readonly isNamed: boolean;
}

/** What this carrier needs of `chrome.downloads`. */
export interface DownloadPort {
  /** Resolves with the browser's id once the headers are there; rejects with `FailedAttempt`. */
  start(job: DownloadJob): Promise<number>;
  /** Cancels and forgets it; a finished file stays where it is, unless it is to go too. An unknown id is no error. */
  discard(downloadId: number, withFile: boolean): Promise<void>;
  progress(downloadId: number): Promise<Progress | null>;
}

/** The browser's own download, straight into the folder. */
export function browserDownloadCarrier(port: DownloadPort): Carrier<'browser-download'> {
  return {
    name: 'browser-download',
    async start(item, plan) {
      // Checked once more right before the call: `file:` would copy a local file (measured).
      if (!isWeb(item.url)) throw new FailedAttempt(failure('bad-redirect', new URL(item.url).protocol));
      const { filename, naming } = plan;
      const job = { url: item.url, filename, overwrites: isOverwriting(item), isNamed: naming !== 'browser' };
      return { downloadId: await port.start(job) };
    },
    stop: job => port.discard(job.downloadId, job.withFile === true),
    async look(item) {
      const seen = await port.progress(item.downloadId);
      return seen === null ? null : { bytes: seen.bytes, total: seen.total ?? item.plan.total };
    },
  };
}
