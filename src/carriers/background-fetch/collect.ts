import { failure, FailedAttempt, failureOfStatus, type Failure } from '../../core/carriers/failure.ts';
import { isCompressed, lengthOf, retryAfterOf } from '../../core/carriers/probe-result.ts';
import { isWeb } from '../../core/links/parse-link.ts';
import { fileNameFor, joinPath } from '../../core/naming/file-name.ts';
import type { Checksum, FetchPlan, QueueItem } from '../../core/queue/item.ts';
import { checksumOf } from './verify.ts';

/** The three events in which a registration ends, by the last part of their names. */
export type FetchEnd = 'success' | 'fail' | 'abort';

/** What `event.registration` gives, as far as it is needed here. */
export interface EndedFetch {
  readonly failureReason: string;
  /** Bytes that arrived. */
  readonly downloaded: number;
  /** The answers that are there, in no certain order; null for a request that has none. */
  responses(): Promise<readonly (Response | null)[]>;
}

/** A whole file in hand: bytes by reference, and what it is to be called. */
export interface CollectedFile {
  readonly blob: Blob;
  readonly filename: string;
}

/**
 * Takes the file out of a Background Fetch that reported success. Must run inside its event: the records vanish after.
 *
 * Success is not believed (Chromium 156 reports it for a body that never came): the size must be what the answer
 * promised, or the probe where the answer was silent, and so must the checksum be where one was given. Rejects with `FailedAttempt`.
 */
export async function collectFile(item: QueueItem, plan: FetchPlan, ended: EndedFetch): Promise<CollectedFile> {
  const response = (await ended.responses())[0] ?? null;
  if (response === null) throw new FailedAttempt(failure('wrong-size', 'no record'));
  if (response.status !== 200) throw new FailedAttempt(failureOfAnswer(response));
  const url = response.url === '' ? item.url : response.url;
  if (!isWeb(url)) throw new FailedAttempt(failure('bad-redirect', url.slice(0, 100)));

  const blob = await response.blob();
  const promised = lengthOf(response.headers) ?? plan.total;
  // The length of a compressed answer is not the file's; but nothing at all is never what was promised.
  const isComparable = blob.size === 0 || !isCompressed(response.headers);
  if (promised !== null && isComparable && promised !== blob.size)
    throw new FailedAttempt(failure('wrong-size', `${blob.size} of ${promised} bytes`));

  if (item.checksum !== null) await verify(blob, item.checksum);

  const contentType = response.headers.get('content-type');
  const disposition = response.headers.get('content-disposition');
  const name = fileNameFor({ wished: item.name, disposition, url, contentType });
  return {
    blob: blob.slice(0, blob.size, typeForSaving(item.name, contentType)),
    filename: joinPath(item.folder, name),
  };
}

async function verify(blob: Blob, { algorithm, hex }: Checksum): Promise<void> {
  const actual = await checksumOf(blob, algorithm);
  if (actual !== hex) throw new FailedAttempt(failure('wrong-checksum', `${algorithm} ${actual}`));
}

/** What an answer means that is not a whole file. We asked for no range, so a 206 is none either. */
function failureOfAnswer({ status, headers }: Response): Failure {
  return failureOfStatus(status, retryAfterOf(headers, Date.now()));
}

/** Why a Background Fetch failed, as far as the browser tells. */
export async function reasonOfFailure(ended: EndedFetch): Promise<Failure> {
  switch (ended.failureReason) {
    case 'bad-status': {
      const answers = await ended.responses().catch(() => []);
      const refusal = answers.find(answer => answer !== null && !answer.ok) ?? null;
      return refusal === null ? failure('bad-answer', 'bad-status') : failureOfAnswer(refusal);
    }
    case 'quota-exceeded':
      return failure('quota-exceeded', 'quota-exceeded');
    case 'download-total-exceeded':
      return failure('wrong-size', 'download-total-exceeded');
    default:
      // A missing CORS answer and a broken line look alike; the first leaves no bytes behind.
      return ended.downloaded === 0
        ? failure('unreadable', ended.failureReason)
        : failure('interrupted', ended.failureReason);
  }
}

/**
 * `chrome.downloads` makes the extension follow the type (Chromium 156). That is right for a server's own name, and
 * wrong for one that the user chose; a Blob without a type would be sniffed.
 */
function typeForSaving(wishedName: string | null, contentType: string | null): string {
  const isUsable = contentType !== null && new Blob([], { type: contentType }).type !== '';
  return wishedName === null && isUsable ? contentType : 'application/octet-stream';
}
