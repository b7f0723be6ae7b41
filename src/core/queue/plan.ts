import type { ByteRange, Version } from '../carriers/parts.ts';

/** How one attempt is to be made, decided by `planCarrier` before the browser is asked. */
export interface FetchPlan {
  readonly carrier: 'background-fetch';
  /** Bytes that the server promised; null when it did not say. */
  readonly total: number | null;
  /** What the probe told the file's version by; null when it could not. */
  readonly validator: string | null;
  /** Hosts whose answers our header rule must make readable; empty where the server allows CORS by itself. */
  readonly ruleHosts: readonly string[];
  /** null: the file is asked for as a whole, in one request. */
  readonly parts: PartsPlan | null;
  /** Its requests stand in one registration with those of others of its group; null: it has one of its own. */
  readonly shared: SharedFetch | null;
}
export interface SharedFetch {
  readonly registration: string;
  /** Bytes that all its requests will bring; null when unknown. */
  readonly total: number | null;
}
export interface PartsPlan {
  readonly version: Version;
  /** Those that are asked for; the other parts of the file are kept already. None: all are. */
  readonly missing: readonly ByteRange[];
  /** What the probe told, for the name and the type of a file that comes from kept parts alone. */
  readonly finalUrl: string;
  readonly contentType: string | null;
  readonly disposition: string | null;
}
export interface DownloadPlan {
  readonly carrier: 'browser-download';
  readonly total: number | null;
  /** Relative path for `chrome.downloads`, as far as it is known. */
  readonly filename: string | null;
  /**
   * Who names the file. `browser`: it finds the same name itself, unless that is taken. `given`: we do. `late`: we do when
   * the browser has told what the server says of it.
   */
  readonly naming: 'browser' | 'given' | 'late';
}
export type Plan = FetchPlan | DownloadPlan;

/** A fetched file on its way into the folder: the blob that the offscreen document holds, and what it must become. */
export interface Parcel {
  /** `blob:` URL made by the offscreen document; it names the parcel across the death of the worker. */
  readonly objectUrl: string;
  /** Relative path below the download folder. */
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
}

/** A browser download that stands still and can go on where it is. */
export interface Held {
  readonly downloadId: number;
  readonly plan: DownloadPlan;
}

/** A browser download that was asked for when its item was taken back: it may begin yet, and must not be asked for twice. */
export interface Unanswered {
  readonly downloadId: null;
  readonly plan: DownloadPlan;
  readonly askedAt: number;
}

/** Parts of one version of a file that lie in the part store, until the file is complete or nobody wants it any more. */
export interface Kept extends Version {
  /** Where the redirects had ended, where that is at another host than the link's. */
  readonly finalUrl?: string;
  readonly parts: readonly KeptPart[];
}
export interface KeptPart extends ByteRange {
  /** The attempt that brought it: one attempt is of one version, and names the bytes in the store. */
  readonly attempt: number;
}
