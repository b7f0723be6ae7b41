import type { ForeignDownload } from './foreign-download.ts';

/** The user has said in a page that its next download is to be left to the browser. */
export interface Bypass {
  /** Of the page, or of the frame. */
  readonly origin: string;
  /** ms since the epoch. */
  readonly at: number;
}

/** ms for which it holds: until the server has answered, for the browser tells of a download only then. */
export const BYPASS_TIME = 10_000;

/** Those that hold still. One of the future is of a clock that has been set back since. */
export function fresh(bypasses: readonly Bypass[], now: number): readonly Bypass[] {
  return bypasses.filter(({ at }) => at <= now && now - at < BYPASS_TIME);
}

/**
 * The one that is meant for a download, the oldest first; null: none. One that tells no page may be of any: then it is
 * left to the browser. Each is good for one download.
 */
export function bypassOf(download: ForeignDownload, bypasses: readonly Bypass[], now: number): Bypass | null {
  const page = download.referrer === null ? null : new URL(download.referrer).origin;
  return fresh(bypasses, now).find(({ origin }) => page === null || origin === page) ?? null;
}
