import { interruptWord } from '../../src/core/carriers/interrupt-reason.ts';
import { FAILURE_CODES, failureWord } from '../../src/core/carriers/failure.ts';
import type { LogEntry, LogWord } from '../../src/core/queue/log.ts';
import { type WordKey, words } from '../../src/platform/words.ts';
import { visibleName } from '../view/visible-name.ts';

const SENTENCES = {
  added: 'details_logAdded',
  'sign-in-left-out': 'details_logSignIn',
  probed: 'details_logProbed',
  'not-fetched': 'details_logNotFetched',
  planned: 'details_logPlanned',
  started: 'details_logStarted',
  'found-again': 'details_logFoundAgain',
  fetched: 'details_logFetched',
  saved: 'details_logSaved',
  done: 'details_logDone',
  lost: 'details_logLost',
  waiting: 'details_logWaiting',
  'other-carrier': 'details_logOtherCarrier',
  paused: 'details_logPaused',
  resumed: 'details_logResumed',
  cancelled: 'details_logCancelled',
  retried: 'details_logRetried',
  halted: 'details_logHalted',
  restored: 'details_logRestored',
  'had-it': 'details_logHadIt',
  'checksum-right': 'details_logChecksumRight',
  'checksum-unchecked': 'details_logChecksumUnchecked',
  'parts-kept': 'details_logPartsKept',
  'parts-dropped': 'details_logPartsDropped',
  ruled: 'details_logRuled',
  'kept-out': 'details_logKeptOut',
  clash: 'details_logClash',
  settled: 'details_logSettled',
  'named-otherwise': 'details_logNamedOtherwise',
  'file-deleted': 'details_logFileDeleted',
  'needs-access': 'details_logNeedsAccess',
  'without-access': 'details_logWithoutAccess',
} as const satisfies Record<Exclude<LogWord, 'failed'>, WordKey>;

const CARRIERS: Readonly<Record<string, WordKey>> = {
  'background-fetch': 'manager_carrierFetch',
  'browser-download': 'manager_carrierBrowser',
};

/** A line of an item's log, in words. `host`: of the item's link. */
export function logSentence({ what, detail }: LogEntry, host: string): string {
  if (what === 'failed') return failureSentence(detail ?? '', host);
  const carrier = CARRIERS[detail ?? ''];
  return words(SENTENCES[what], carrier === undefined ? visibleName(detail ?? '') : words(carrier));
}

/** The code, and behind it in brackets what the server or the browser said. */
function failureSentence(detail: string, host: string): string {
  const [, code = detail, said = null] = /^([\w-]+) \((.*)\)$/s.exec(detail) ?? [];
  const known = FAILURE_CODES.find(each => each === code);
  if (known === undefined) return visibleName(detail);
  const reason = said === null ? 'failure_noDetail' : interruptWord(said);
  return words(failureWord(known), host, reason === null ? visibleName(said ?? '') : words(reason));
}
