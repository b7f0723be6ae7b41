import { interruptWord } from '../../../src/core/carriers/interrupt-reason.ts';
import { FAILURE_CODES, failureWord } from '../../../src/core/carriers/failure.ts';
import type { Obstacle } from '../../../src/core/carriers/eligibility.ts';
import type { CarrierName } from '../../../src/core/carriers/carrier-name.ts';
import type { SETTLEMENTS } from '../../../src/core/queue/settling.ts';
import type { LogEntry, LogWord } from '../../../src/core/queue/log.ts';
import type { WordKey } from '../../../src/platform/words.ts';
import { figuresLocale } from '../locale.ts';
import type { Phrase } from '../sentence.ts';
import { sizeText } from '../sizes.ts';
import { visibleName } from '../visible-name.ts';

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

const CARRIERS = {
  'background-fetch': 'manager_carrierFetch',
  'browser-download': 'manager_carrierBrowser',
} as const satisfies Record<CarrierName, WordKey>;

const OBSTACLES = {
  scheme: 'details_obstacleScheme',
  port: 'details_obstaclePort',
  tried: 'details_obstacleTried',
  'other-wish': 'details_obstacleWish',
  unread: 'details_obstacleUnread',
  small: 'details_obstacleSmall',
  lane: 'details_obstacleLane',
} as const satisfies Record<Obstacle, WordKey>;

const SETTLED = {
  rename: 'clash_rename',
  overwrite: 'clash_overwrite',
  skip: 'clash_skip',
} as const satisfies Record<(typeof SETTLEMENTS)[number], WordKey>;

const RANGES = {
  ranges: 'details_probeRanges',
  'no ranges': 'details_probeWhole',
  'ranges unknown': 'details_probeUnsure',
} as const satisfies Record<string, WordKey>;

/** What a word of the log has behind it, where that is for machines. What is not known here is shown as it is. */
const DETAILS: Partial<Record<LogWord, (detail: string) => Said | null>> = {
  probed: answered,
  'not-fetched': detail => wordOf(OBSTACLES, detail),
  planned: detail => wordOf(CARRIERS, detail),
  'other-carrier': detail => wordOf(CARRIERS, detail),
  settled: detail => wordOf(SETTLED, detail),
  fetched: detail => (/^\d+$/.test(detail) ? [sizeText(Number(detail))] : null),
  'parts-kept': parts,
  'parts-dropped': parts,
};

/** What stands in one place of a sentence, one after the other. */
type Said = readonly Phrase[];

export interface LogSentence {
  readonly key: WordKey;
  readonly values: readonly Said[];
}

/** A line of an item's log, before it is put into words. `host`: of the item's link. */
export function logSentence({ what, detail }: LogEntry, host: string): LogSentence {
  if (what === 'failed') return failureSentence(detail ?? '', host);
  return { key: SENTENCES[what], values: [DETAILS[what]?.(detail ?? '') ?? [visibleName(detail ?? '')]] };
}

function wordOf(table: Readonly<Record<string, WordKey>>, code: string): Said | null {
  const key = Object.hasOwn(table, code) ? table[code] : undefined;
  return key === undefined ? null : [[key]];
}

/** "1024 bytes, ranges, "abc"": the size, whether parts can be asked for, and the version, which stands among the facts. */
function answered(detail: string): Said | null {
  const [, bytes, ranges = ''] = /^(\d+|\?) bytes, ([a-z ]+), /.exec(detail) ?? [];
  const told = wordOf(RANGES, ranges);
  if (bytes === undefined || told === null) return null;
  return [bytes === '?' ? ['clash_noSize'] : sizeText(Number(bytes)), ...told];
}

/** "3 of 8". */
function parts(detail: string): Said | null {
  const [, here, all] = /^(\d+) of (\d+)$/.exec(detail) ?? [];
  if (here === undefined || all === undefined) return null;
  const { format } = new Intl.NumberFormat(figuresLocale());
  return [['details_partsOf', format(Number(here)), format(Number(all))]];
}

/** The code, and behind it in brackets what the server or the browser said. */
function failureSentence(detail: string, host: string): LogSentence {
  const [, code = detail, said = null] = /^([\w-]+) \((.*)\)$/s.exec(detail) ?? [];
  const known = FAILURE_CODES.find(each => each === code);
  if (known === undefined) return { key: 'details_logFailed', values: [[visibleName(detail)]] };
  const reason = said === null ? 'failure_noDetail' : interruptWord(said);
  return { key: failureWord(known), values: [[host], [reason === null ? visibleName(said ?? '') : [reason]]] };
}
