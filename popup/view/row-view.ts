import type { Status } from '../../src/core/queue/item.ts';
import type { ListedItem } from '../../src/messages/listing.ts';
import { type ClashText, clashText } from './clash-text.ts';
import { durationText, momentText } from './duration-text.ts';
import { endedAt } from './ended-at.ts';
import { extensionOf, type FileKind, kindOfExtension } from '../../src/core/links/file-kind.ts';
import { amountText, percentOf, reachedText, speedText, wholeText } from './progress-text.ts';
import type { Phrase, Sentence } from './sentence.ts';
import { isStill, speedOf, type Track } from './speed.ts';
import { hostText, visibleName } from './visible-name.ts';
import { waitText } from './wait-text.ts';

/** Everything that a row shows, decided. */
export interface RowView {
  readonly name: string;
  /** null where the facts name it. */
  readonly host: string | null;
  readonly kind: FileKind;
  /** Upper-case extension for the badge; '' when it is too long or there is none. */
  readonly extension: string;
  readonly bar: Bar | null;
  /** The line below the name, after the host; its parts are set apart by dots. */
  readonly facts: readonly Phrase[];
  /** Below the bar. */
  readonly amount: Phrase | null;
  readonly pace: readonly Phrase[];
  /** That it is behind where it once was, and why. */
  readonly setback: Phrase | null;
  /** Why it failed, why it will be tried again, or why it was skipped. */
  readonly trouble: string | null;
  /** Why the browser keeps it back. */
  readonly danger: string | null;
  /** That it has another name than it should have. */
  readonly remark: Phrase | null;
  /** What the user is asked, where a file of its name is there. */
  readonly clash: ClashView | null;
  /** The host whose grant it waits for. */
  readonly needs: string | null;
  /** Its file is there, as far as is known. */
  readonly hasFile: boolean;
  readonly toggle: 'pause' | 'resume' | null;
  readonly canRetry: boolean;
  readonly end: 'cancel' | 'remove';
}

export interface ClashView extends ClashText {
  /** Absolute path of the file that is there. */
  readonly path: string;
}

export interface Bar {
  /** null while nobody knows how long the way is. */
  readonly percent: number | null;
  /** What a screen reader says for it. */
  readonly text: Phrase;
  readonly moving: boolean;
}

const ENDED: readonly Status[] = ['done', 'failed', 'cancelled'];
/** Of these an error tells what became of them; one that runs again has left it behind. */
const TROUBLED: readonly Status[] = ['failed', 'waiting', 'cancelled'];
const PAUSABLE: readonly Status[] = ['queued', 'starting', 'running', 'waiting'];

export function rowView(item: ListedItem, seen: Track | undefined, now: number, locale?: string): RowView {
  const name = visibleName(item.name);
  const extension = extensionOf(name);
  const isLive = item.status === 'running' || item.status === 'saving' || item.status === 'starting';
  const wait = item.status === 'queued' ? waitText(item, now, locale) : null;
  return {
    name,
    host: wait?.namesHost === true || item.needs !== null ? null : hostText(item.url),
    kind: kindOfExtension(extension),
    extension: extension.length <= 4 ? extension.toUpperCase() : '',
    bar: barOf(item, locale),
    facts: wait === null ? factsOf(item, now, locale) : [wait.text],
    amount: isLive || hasBegun(item) ? amountText(item.bytes, item.total, locale) : null,
    pace: item.status === 'running' ? paceOf(seen, locale) : [],
    setback: isLive ? setbackOf(item, seen, locale) : null,
    trouble: TROUBLED.includes(item.status) ? (item.error?.message ?? null) : null,
    danger: item.danger?.message ?? null,
    remark: item.wanted === null ? null : ['popup_wanted', visibleName(item.wanted)],
    clash: item.clash === null ? null : { path: visibleName(item.clash.path), ...clashText(item.clash, locale) },
    needs: item.needs,
    hasFile: item.downloadId !== null,
    toggle: toggleOf(item),
    canRetry: isRetried(item),
    end: ENDED.includes(item.status) ? 'remove' : 'cancel',
  };
}

/** One that waits for access would only wait for it again. */
function isRetried({ status, isMissing, needs }: ListedItem): boolean {
  return status === 'failed' || status === 'cancelled' || (status === 'waiting' && needs === null) || isMissing;
}

/** One that asks the user goes on by the answer. */
function toggleOf({ status, clash }: ListedItem): RowView['toggle'] {
  if (PAUSABLE.includes(status)) return 'pause';
  return status === 'paused' && clash === null ? 'resume' : null;
}

/** A pause ends a Background Fetch: the browser has no call that would hold it. Only finished parts are kept. */
export function pauseLosesBytes(item: ListedItem): boolean {
  return item.carrier === 'background-fetch' && item.status === 'running' && item.bytes > 0 && !item.isInParts;
}

/** A paused or waiting download that keeps what it has. */
function hasBegun(item: ListedItem): boolean {
  return (item.status === 'paused' || item.status === 'queued' || item.status === 'waiting') && item.bytes > 0;
}

function barOf(item: ListedItem, locale: string | undefined): Bar | null {
  const isLive = item.status === 'running' || item.status === 'saving' || item.status === 'starting';
  if (!isLive && !hasBegun(item)) return null;
  const percent = percentOf(item.bytes, item.total);
  if (!isLive && percent === null) return null;
  const text = item.status === 'running' ? amountText(item.bytes, item.total, locale) : null;
  return { percent, text: text ?? statusText(item.status), moving: isLive };
}

function statusText(status: Status): Sentence {
  return [`status_${status}`];
}

function factsOf(item: ListedItem, now: number, locale: string | undefined): readonly Phrase[] {
  switch (item.status) {
    // Each of these says it in another place: the bar, and the heading of the group.
    case 'running':
    case 'failed':
      return [];
    case 'waiting': {
      if (item.needs !== null) return [['status_needsAccess', visibleName(item.needs)]];
      if (item.dueAt === null) return [statusText('waiting')];
      return [['status_waitingUntil', momentText(Math.max(item.dueAt, now), now, locale)]];
    }
    case 'done': {
      const size = wholeText(item.bytes, item.total, locale);
      const ended = endedAt(item);
      const when = ended === null ? null : momentText(ended, now, locale);
      // That it is gone makes it less of interest when it came.
      const last: Phrase | null = item.isMissing ? ['status_missing'] : when;
      return [size, last].filter(fact => fact !== null);
    }
    case 'queued':
    case 'starting':
    case 'saving':
    case 'paused':
      return [item.clash === null ? statusText(item.status) : ['status_clash']];
    case 'cancelled':
      // Only a rule gives a reason: whoever cancels knows why.
      return [item.error === null ? statusText('cancelled') : ['status_skipped']];
  }
}

/** A bar that goes back says so: an attempt broke off further on, or the browser began anew by itself. */
function setbackOf(item: ListedItem, seen: Track | undefined, locale: string | undefined): Phrase | null {
  const furthest = Math.max(item.furthest, seen?.peak ?? 0);
  if (item.status === 'saving' || item.bytes >= furthest) return null;
  const reached = reachedText(furthest, item.total, locale);
  return [item.isInParts ? 'popup_partsAgain' : 'popup_startedAgain', reached];
}

function paceOf(seen: Track | undefined, locale: string | undefined): readonly Phrase[] {
  const speed = seen === undefined ? null : speedOf(seen);
  if (seen !== undefined && isStill(seen)) return [['size_still']];
  if (seen === undefined || speed === null) return [];
  const pace: Phrase[] = [speedText(speed, locale)];
  if (seen.left !== null) pace.push(['size_timeLeft', durationText(seen.left, locale)]);
  return pace;
}
