import type { Failure } from '../carriers/failure.ts';
import type { ByteRange, Version } from '../carriers/parts.ts';
import type { ProbeResult } from '../carriers/probe-result.ts';
import type { Ruled } from './place.ts';
import type { Placed } from './place.ts';
import type { Parcel } from './plan.ts';
import type { Settings } from '../settings.ts';

/** What can happen to an item without the user. */
export type QueueEvent = { readonly type: 'picked' } | { readonly type: 'due' } | (OfAttempt & Happening);

/**
 * The number of the attempt that something happened to: a late or double event of another attempt changes nothing.
 */
interface OfAttempt {
  readonly attempt: number;
}

export type Happening =
  /** `isHad`: a file of the same name and size was downloaded before, and the user wants no second one. */
  | { readonly type: 'probed'; readonly probe: ProbeResult; readonly isHad: boolean; readonly placed: Placed }
  /** The browser has seen what the server says of the file, and we have told it the name: a relative path. */
  | { readonly type: 'named'; readonly filename: string; readonly placed: Placed }
  /** The browser has it. `downloadId` is null for a Background Fetch, whose registration id we chose ourselves. */
  | { readonly type: 'started'; readonly downloadId: number | null }
  /** The browser was to be asked for a Background Fetch when the worker died, and does not know of it. */
  | { readonly type: 'unheard' }
  /** A Background Fetch that should run is not among the browser's registrations. Its event may still be on the way. */
  | { readonly type: 'missing' }
  /** A Background Fetch that was missing is there. */
  | { readonly type: 'found' }
  /** The records of a finished Background Fetch can be read, as long as its event lasts. */
  | { readonly type: 'fetched' }
  /** The blob is whole, and the offscreen document holds it. */
  | { readonly type: 'packed'; readonly parcel: Parcel; readonly ruled: Ruled | null }
  /** A parcel was to be saved when the worker died: the browser has not heard of it, the document still holds it. */
  | { readonly type: 'still-packed' }
  /** A part of the file has been put away. It is welcome whenever it comes. */
  | { readonly type: 'kept'; readonly version: Version; readonly part: ByteRange }
  /** The worker died over the putting away. */
  | { readonly type: 'unkept' }
  /** All that could be kept is, and the registration is ended. */
  | { readonly type: 'stopped' }
  | { readonly type: 'completed'; readonly path: string; readonly bytes: number }
  /** Nobody works for it any more, through no fault of the server: the worker died over it, or the whole browser. */
  | { readonly type: 'lost'; readonly with: 'worker' | 'browser' }
  | { readonly type: 'cancelled-in-browser' }
  /** The user has taken back the grant of a host that the attempt counts on. */
  | { readonly type: 'revoked'; readonly url: string }
  /** The queue may not work now: the user holds it, or its time is over. What runs stops, and goes on later. */
  | { readonly type: 'halted' }
  /** `bytes`: how many the attempt had received; 0 where nobody knows. */
  | { readonly type: 'failed'; readonly reason: Failure; readonly bytes: number };

/** What the next state depends on beyond the item and the event. */
export interface Terms {
  /** ms since the epoch. */
  readonly now: number;
  /** Attempts that may fail in a row before the item has failed for good. */
  readonly attempts: number;
  /** Random numbers of [0, 1). */
  readonly random: () => number;
  /** Whether the extension may see the answers of this URL's host. */
  readonly isGranted: (url: string) => boolean;
  readonly isOnline: boolean;
  /** The network was away within the last minute, or is: what fails now says nothing of the server. */
  readonly isFlapping: boolean;
  /** Background Fetch registrations that run or are about to. */
  readonly fetchesUnderWay: number;
  /** What becomes of a file whose name is taken, where nothing else is said. */
  readonly conflict: Settings['conflict'];
  /** The user has rules, which an item may meet when more is known of it. */
  readonly hasRules: boolean;
}
