import type { DownloadFact } from '../../src/core/queue/reconcile.ts';
import type { Trouble } from './servers.ts';

/** One entry of the browser's list. */
export interface Entry {
  fact: DownloadFact;
  /** Bytes of the whole file; it is known from the start. */
  readonly size: number;
  name: string;
  overwrites: boolean;
  /** It does not end before it has got its name. */
  isNamed: boolean;
  /** What goes wrong with it before its end. */
  readonly trouble: Trouble | null;
  isPaused: boolean;
  /** ms of transfer to come. */
  left: number;
}

/** A download that was asked for: the browser makes an entry only when the headers are there. */
export interface Request {
  readonly url: string;
  readonly name: string;
  readonly overwrites: boolean;
  /** Whoever asked wants to name it. */
  readonly isNamed: boolean;
  readonly trouble: Trouble | null;
  /** ms to the headers. */
  left: number;
  readonly resolve: (id: number) => void;
  /** The worker that asked has died since. */
  isOrphan: boolean;
}

/** A file that lies in the folder. */
export interface ArrivedFile {
  readonly id: number;
  /** The object URL for a file that was fetched. */
  readonly url: string;
  readonly path: string;
  readonly bytes: number;
  /** Somebody has deleted it since. */
  isGone: boolean;
}

/** As `uniquify` does. */
export function freePath(name: string, taken: ReadonlySet<string>): string {
  let path = `/downloads/${name}`;
  for (let n = 1; taken.has(path); n += 1) path = `/downloads/${name.replace(/(\.\w+)?$/, ` (${n})$1`)}`;
  return path;
}

export function isRunning({ fact, isPaused }: Entry): boolean {
  return fact.state === 'in_progress' && !isPaused;
}

export function isAnswerable({ trouble }: Request): boolean {
  return trouble !== 'hang';
}

export function isBlob(url: string): boolean {
  return url.startsWith('blob:');
}
