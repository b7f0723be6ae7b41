import type { DownloadJob } from '../carriers/browser-download/carrier.ts';
import type { Progress } from '../carriers/carrier.ts';
import type { DownloadFact } from '../core/queue/reconcile.ts';

/** A file in the download folder. */
export interface FileThere {
  /** Absolute. */
  readonly path: string;
  /** null while it is not complete. */
  readonly bytes: number | null;
  /** When it was complete, ms since the epoch; null while it is not. */
  readonly at: number | null;
}

/** What the browser's list says of a download that is complete. */
export interface SavedFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** It is known to have been deleted or moved. The browser looks late: one that is gone may be told as there. */
  readonly isGone: boolean;
}

/** A download of ours that is about to get its name. */
export interface UnnamedFile {
  readonly downloadId: number;
  /** The URL that was asked for, before redirects. */
  readonly url: string;
  readonly finalUrl: string;
  /** What the browser would call it. */
  readonly suggested: string;
  readonly contentType: string | null;
  /** Bytes; null while unknown. */
  readonly size: number | null;
}

export interface NamedFile {
  /** A relative path below the download folder. */
  readonly filename: string;
  readonly overwrites: boolean;
}

export interface DownloadsPort {
  /** Answers the browser's id. Rejects with `FailedAttempt`. */
  start(job: DownloadJob): Promise<number>;
  /**
   * Files that the browser has downloaded, or is downloading, to this relative path, those with a number in their names
   * among them; not the download `own`. Those that are known to be gone are left out.
   */
  namesakes(filename: string, own: number | null): Promise<readonly FileThere[]>;
  progress(downloadId: number): Promise<Progress | null>;
  hold(downloadId: number): Promise<void>;
  /** Rejects when the browser cannot go on with it; then it is to be started anew. */
  goOn(downloadId: number): Promise<void>;
  /** What the browser says of these ids, and of the latest downloads of ours that were asked for with these URLs. */
  find(ids: readonly number[], urls: readonly string[]): Promise<readonly DownloadFact[]>;
  /** Whether the browser downloads anything at this moment, for us, for the user or for anyone. */
  isAnyRunning(): Promise<boolean>;
  /** null for a download that is not complete, or that the browser does not know. */
  saved(downloadId: number): Promise<SavedFile | null>;
  /** The download, anybody's, that was the last to be saved to this absolute path; null where the browser knows none. */
  lastSavedTo(path: string): Promise<number | null>;
  /** Shows a file in its folder. The browser never tells whether it could. */
  show(downloadId: number): Promise<void>;
  /** Deletes the file of a download that is complete; its entry stays. Rejects where it cannot. */
  removeFile(downloadId: number): Promise<void>;
  /**
   * What the browser fears of a download that it keeps back until the user has decided (`DangerType`); null where it
   * fears nothing, or has the user's word.
   */
  danger(downloadId: number): Promise<string | null>;
  /** Where the redirects of a download ended; null where the browser does not know it. */
  finalUrl(downloadId: number): Promise<string | null>;
  /** Downloads of ours that have not ended, paused ones among them. */
  unfinished(): Promise<readonly DownloadFact[]>;
}
