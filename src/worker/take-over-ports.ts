import type { ProbeResult } from '../core/carriers/probe-result.ts';
import type { ScriptPages } from '../core/take-over/alt-click-pages.ts';
import type { Bypass } from '../core/take-over/bypass.ts';
import type { ForeignDownload } from '../core/take-over/foreign-download.ts';
import type { TakeOver } from '../core/take-over/take-over.ts';

/** What a take-over needs beyond the queue. */
export interface TakeOverPorts {
  /** The take-overs that are not over. While there is one, the browser wakes the worker every minute. */
  readonly journal: {
    read(): Promise<readonly TakeOver[]>;
    /** Resolves when it is on disk. */
    note(takeOver: TakeOver): Promise<void>;
    forget(itemId: string): Promise<void>;
  };
  /** They end with the browser. */
  readonly bypasses: { read(): Promise<readonly Bypass[]>; write(bypasses: readonly Bypass[]): Promise<void> };
  readonly downloads: ForeignDownloadsPort;
  /** Names the browser's session. */
  readonly session: () => Promise<string>;
  /** Asks for the first byte of a file as a page would. */
  readonly askAgain: (url: string, referer: string | null) => Promise<ProbeResult>;
  /** Listens for bypasses in the pages of these match patterns, and in no others. */
  readonly listenIn: (patterns: readonly string[]) => Promise<void>;
  /** Lets Alt+click send links in these pages, and in no others. */
  readonly altClickIn: (pages: ScriptPages) => Promise<void>;
}

/** The browser's downloads of others. Whatever makes no sense for one changes nothing, but for `goOn`. */
export interface ForeignDownloadsPort {
  look(downloadId: number): Promise<ForeignDownload | null>;
  /** A file whose bytes are here already is completed all the same (Chromium 156). */
  hold(downloadId: number): Promise<void>;
  /** Rejects when the browser cannot go on with it. */
  goOn(downloadId: number): Promise<void>;
  /** One that is about to be completed still is. */
  cancel(downloadId: number): Promise<void>;
  /** Takes it off the browser's list; a file that is complete stays. */
  erase(downloadId: number): Promise<void>;
}
