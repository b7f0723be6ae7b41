import { failure, FailedAttempt, type Failure } from '../../core/carriers/failure.ts';
import { partsOf } from '../../core/carriers/parts.ts';
import { isCompressed, lengthOf, validatorOf } from '../../core/carriers/probe-result.ts';
import { isWeb } from '../../core/links/parse-link.ts';
import { hasOwnName, type Told } from '../../core/queue/file-path.ts';
import type { Checksum, QueueItem } from '../../core/queue/item.ts';
import type { FetchPlan, PartsPlan } from '../../core/queue/plan.ts';
import { type BroughtPart, failureOfAnswer, type Harvest, type Records } from './records.ts';
import { checksumOf } from './verify.ts';

/** The three events in which a registration ends, by the last part of their names. */
export type FetchEnd = 'success' | 'fail' | 'abort';

/** What `event.registration` gives, as far as it is needed here. */
export interface EndedFetch extends Records {
  readonly failureReason: string;
  /** Bytes that arrived. */
  readonly downloaded: number;
}

/** A whole file in hand: bytes by reference, and what was said of it. */
export interface CollectedFile {
  readonly blob: Blob;
  readonly told: Told;
}

/**
 * Takes the file out of a Background Fetch that reported success. Must run inside its event: the records vanish after.
 *
 * Success is not believed (Chromium 156 reports it for a body that never came): the size must be what was promised, and
 * so must the checksum be where one was given. Rejects with `FailedAttempt`.
 */
export async function collectFile(item: QueueItem, plan: FetchPlan, ended: Records): Promise<CollectedFile> {
  const brought = await wholeOf(plan, (await ended.responses(item.id))[0] ?? null);
  return finished(item, brought);
}

/**
 * The same for a plan in parts: `kept` are the blobs of the parts that were here before, by the first byte of each. They
 * are joined by reference; what is missing or does not fit is a failure, never a mixed file.
 */
export async function collectParts(
  item: QueueItem,
  plan: PartsPlan,
  { parts, whole, fault }: Harvest,
  kept: ReadonlyMap<number, Blob>,
): Promise<CollectedFile> {
  const here = new Map([...kept, ...parts.map(({ part, blob }) => [part.first, blob] as const)]);
  const blobs = partsOf(plan.version.total).map(({ first }) => here.get(first));
  const isComplete = blobs.every(blob => blob !== undefined);
  if (fault === null && isComplete) return finished(item, { ...aboutOf(plan, parts), blob: new Blob(blobs) });
  if (whole !== null) return finished(item, { ...aboutAnswer(whole.response), blob: whole.blob });
  if (fault !== null) throw new FailedAttempt(failure(fault));
  const size = blobs.reduce((sum, blob) => sum + (blob?.size ?? 0), 0);
  throw new FailedAttempt(failure('wrong-size', `${size} of ${plan.version.total} bytes`));
}

/** The bytes of a file, and what was said of it. */
interface Brought {
  readonly blob: Blob;
  readonly url: string;
  readonly contentType: string | null;
  readonly disposition: string | null;
}

async function wholeOf(plan: FetchPlan, response: Response | null): Promise<Brought> {
  if (response === null) throw new FailedAttempt(failure('wrong-size', 'no record'));
  if (response.status !== 200) throw new FailedAttempt(failureOfAnswer(response));
  const blob = await response.blob();
  const promised = promisedSize(plan, response);
  // The length of a compressed answer is not the file's; but nothing at all is never what was promised.
  const isComparable = blob.size === 0 || !isCompressed(response.headers);
  if (promised !== null && isComparable && promised !== blob.size)
    throw new FailedAttempt(failure('wrong-size', `${blob.size} of ${promised} bytes`));
  return { ...aboutAnswer(response), blob };
}

/**
 * What the probe was told holds for the same version of the file, whatever the answer says of itself: servers have sent
 * an error page, or nothing, with the right headers. A file that was changed since is a new one.
 */
function promisedSize({ total, validator }: FetchPlan, { headers }: Response): number | null {
  const said = lengthOf(headers);
  const isSame = validator !== null && validatorOf(headers) === validator;
  return (isSame || said === 0 ? total : null) ?? said ?? total;
}

/** The answer that brought a part says it as well as the probe, or better: servers leave headers out of a HEAD. */
function aboutOf(plan: PartsPlan, parts: readonly BroughtPart[]): Omit<Brought, 'blob'> {
  const said = parts[0] === undefined ? null : aboutAnswer(parts[0].response);
  return {
    url: said?.url || plan.finalUrl,
    contentType: said?.contentType ?? plan.contentType,
    disposition: said?.disposition ?? plan.disposition,
  };
}

function aboutAnswer({ url, headers }: Response): Omit<Brought, 'blob'> {
  return { url, contentType: headers.get('content-type'), disposition: headers.get('content-disposition') };
}

async function finished(item: QueueItem, brought: Brought): Promise<CollectedFile> {
  const { blob, contentType, disposition } = brought;
  const url = brought.url === '' ? item.url : brought.url;
  if (!isWeb(url)) throw new FailedAttempt(failure('bad-redirect', url.slice(0, 100)));
  if (item.checksum !== null) await verify(blob, item.checksum);
  return { blob, told: { url, disposition, contentType, suggested: null } };
}

async function verify(blob: Blob, { algorithm, hex }: Checksum): Promise<void> {
  const actual = await checksumOf(blob, algorithm);
  if (actual !== hex) throw new FailedAttempt(failure('wrong-checksum', `${algorithm} ${actual}`));
}

/**
 * Why a Background Fetch failed, as far as the browser tells. `fault`: what its records say of a plan in parts; a server
 * that sends more than a part for a part exceeds the total that was announced.
 */
export async function reasonOfFailure(
  ended: EndedFetch,
  owner: string,
  fault: Harvest['fault'] = null,
): Promise<Failure> {
  if (fault !== null) return failure(fault, ended.failureReason);
  switch (ended.failureReason) {
    case 'bad-status': {
      const answers = await ended.responses(owner).catch(() => []);
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
 * The file with the type that keeps its name: `chrome.downloads` makes the extension follow the type (Chromium 156). That
 * is right for a server's own name, and wrong for one that the user chose; a Blob without a type would be sniffed.
 */
export function readyToSave({ blob, told: { contentType } }: CollectedFile, item: QueueItem): Blob {
  const isUsable = contentType !== null && new Blob([], { type: contentType }).type !== '';
  const type = isUsable && !hasOwnName(item) ? contentType : 'application/octet-stream';
  return blob.slice(0, blob.size, type);
}
