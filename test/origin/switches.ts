/**
 * How the origin answers a URL. `Origin.url()` writes these into the query and `readSwitches` reads them back, so
 * every URL carries its whole behaviour and can also be typed by hand (`?size=5000&ranges=off`).
 *
 * A fault that has a count happens that many times to GETs of exactly that URL (path and query), then no more.
 */
export interface Switches {
  /** Bytes of the entity; 1024 unless told. */
  readonly size?: number;
  /** Which entity: another number gives other bytes and another validator. 1 unless told. */
  readonly version?: number;
  /** `1,2`: the n-th GET that is answered with the entity gets the n-th of these versions; the last one stays. */
  readonly versions?: string;

  /** Bytes per second of each answer. */
  readonly rate?: number;
  /** Bytes per second that all answers of this path share. */
  readonly totalRate?: number;
  /** Milliseconds before the headers. */
  readonly latency?: number;

  /** False: no Accept-Ranges, and a Range is answered with 200 and everything. True unless told. */
  readonly ranges?: boolean;
  /** A 206 with a Content-Range that is not one, that names the place one byte later, or that is missing. */
  readonly badRange?: 'none' | 'garbage' | 'shifted' | 'absent';
  /** `any`: Access-Control-Allow-Origin: * on every answer but a preflight's. */
  readonly cors?: 'none' | 'any';
  /** The one validator that is sent; `etag` unless told. If-Range is honoured for `etag` and `date`, as RFC 9110 has it. */
  readonly validator?: 'etag' | 'weak' | 'date' | 'none';

  /** Content-Disposition as it is, one character a byte (Latin-1). */
  readonly disposition?: string;
  /** Content-Type; `none` sends none. By the path's extension unless told. */
  readonly type?: string;
  /** Set-Cookie as it is, on every answer. */
  readonly setCookie?: string;

  /** This status and a line of text, in place of the entity. */
  readonly status?: number;
  /** How many GETs get `status`; all unless told. */
  readonly statusTimes?: number;
  /** Retry-After as it is, with `status`. */
  readonly retryAfter?: string;
  /** HEAD alone gets this status. */
  readonly headStatus?: number;

  /** Location as it is, absolute or relative. */
  readonly redirect?: string;
  /** 302 unless told. */
  readonly redirectStatus?: 301 | 302 | 303 | 307 | 308;
  /** Redirects to itself for ever. */
  readonly loop?: boolean;

  /** The connection ends after this many bytes of a body that has at least as many. */
  readonly cut?: number;
  readonly cuts?: number;
  /** After this many bytes nothing more comes, and the connection stays. While `cut` still counts, it goes first. */
  readonly stall?: number;
  readonly stalls?: number;
  /** What Content-Length promises, whatever is sent; the connection ends after the body. */
  readonly length?: number;
  /** No Content-Length. */
  readonly chunked?: boolean;
  /**
   * The body goes out compressed, and so does a part of it, with a Content-Range that counts plain bytes: the
   * mistake of servers that compress on the fly. Sizes, cuts and rates then count compressed bytes. Not above 64 MiB.
   */
  readonly gzip?: boolean;

  /** 403 unless the Referer begins so. */
  readonly needReferer?: string;
  /** `name=value`: 403 unless this cookie is sent. */
  readonly needCookie?: string;

  /** Means nothing; makes one more URL of the same file, which is then counted by itself. */
  readonly tag?: string;
}

/** What holds when a switch is not given. */
export const defaults = {
  size: 1024,
  version: 1,
  latency: 0,
  ranges: true,
  badRange: 'none',
  cors: 'none',
  validator: 'etag',
  redirectStatus: 302,
  loop: false,
  chunked: false,
  gzip: false,
} as const satisfies Switches;

/** The switches with their defaults filled in. */
export type Behaviour = Switches & Readonly<Required<Pick<Switches, keyof typeof defaults>>>;
