/** One line of what happened to an item. */
export interface LogEntry {
  /** ms since the epoch. */
  readonly at: number;
  readonly what: LogWord;
  readonly detail: string | null;
}
export type LogWord =
  | 'added'
  | 'sign-in-left-out'
  | 'probed'
  | 'not-fetched'
  | 'planned'
  | 'started'
  | 'found-again'
  | 'fetched'
  | 'saved'
  | 'done'
  | 'lost'
  | 'failed'
  | 'waiting'
  | 'other-carrier'
  | 'paused'
  | 'resumed'
  | 'cancelled'
  | 'retried'
  | 'halted'
  | 'restored'
  | 'had-it'
  | 'checksum-right'
  | 'checksum-unchecked'
  | 'parts-kept'
  | 'parts-dropped'
  | 'ruled'
  | 'kept-out'
  | 'clash'
  | 'settled'
  | 'named-otherwise'
  | 'file-deleted'
  | 'needs-access'
  | 'without-access';

/** The most lines that are kept of an item: the last ones. */
export const LOG_LENGTH = 40;
