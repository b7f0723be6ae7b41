/** A download that the browser does for the user, or for somebody else, as it tells of it. */
export interface ForeignDownload {
  readonly id: number;
  /** What was asked for first, before redirects. */
  readonly url: string;
  readonly finalUrl: string;
  /** What was sent as `Referer`: the page has had its say already. */
  readonly referrer: string | null;
  /** Without parameters, in lower case; null where the browser does not know it. */
  readonly type: string | null;
  /** Bytes of the whole file; null while unknown. */
  readonly total: number | null;
  /** Absolute path; empty while the browser has not decided it, as it has not when it tells of the beginning. */
  readonly path: string;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  /** `InterruptReason`; null unless interrupted. */
  readonly error: string | null;
  readonly isPaused: boolean;
  /** The browser could go on with it. */
  readonly canResume: boolean;
  readonly isIncognito: boolean;
  /** An extension has asked for it, this one or another. */
  readonly isOfExtension: boolean;
  /** ms since the epoch. With the id it names the download: an id that a crash has lost is given again. */
  readonly startedAt: number;
}

/** Whether what the browser tells now is of the download that it told of before. */
export function isSameDownload(a: ForeignDownload, b: ForeignDownload): boolean {
  return a.id === b.id && a.url === b.url && a.startedAt === b.startedAt;
}
