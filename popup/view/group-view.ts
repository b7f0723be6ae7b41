import { figuresLocale } from './locale.ts';
import type { ListedGroup, ListedItem } from '../../src/messages/listing.ts';
import { speedText } from './progress-text.ts';
import type { Bar } from './row-view.ts';
import { allAction, countOf } from './sections.ts';
import type { Phrase } from './sentence.ts';
import { visibleName } from './visible-name.ts';
import { waitText } from './wait-text.ts';

/** Everything that the row of a group shows, decided. */
export interface GroupView {
  readonly title: string;
  readonly bar: Bar;
  readonly facts: readonly Phrase[];
  /** How many of its files failed. */
  readonly trouble: Phrase | null;
  readonly toggle: 'pause' | 'resume' | null;
  readonly canRetry: boolean;
}

/** `first` speaks for the items that wait; `speed` is that of its running items together, null while unknown. */
export function groupView(
  group: ListedGroup,
  first: ListedItem | null,
  speed: number | null,
  now: number,
  locale?: string,
): GroupView {
  const { counts, total } = group;
  const isLive = countOf('running', counts) > 0;
  const number = new Intl.NumberFormat(locale ?? figuresLocale());
  const files: Phrase = { stem: 'popup_groupFiles', count: total, values: [number.format(counts.done)] };
  const toggle = allAction(counts);
  return {
    title: visibleName(group.title),
    // It says 100 only when nothing is missing, as the bar of a single file does.
    bar: { percent: Math.min(99, Math.floor(group.progress * 100)), text: files, moving: isLive },
    facts: [files, ...(isLive ? paceOf(speed, locale) : [stillText(group, first, toggle === 'resume', now, locale)])],
    trouble: counts.failed === 0 ? null : { stem: 'popup_groupFailed', count: counts.failed },
    toggle,
    canRetry: counts.failed > 0,
  };
}

function paceOf(speed: number | null, locale: string | undefined): readonly Phrase[] {
  return speed === null ? [] : [speedText(speed, locale)];
}

/** Why nothing of it moves. */
function stillText(
  { counts }: ListedGroup,
  first: ListedItem | null,
  isPaused: boolean,
  now: number,
  locale: string | undefined,
): Phrase {
  if (isPaused) return ['status_paused'];
  if (counts.queued === 0) return ['status_waiting'];
  return (first === null ? null : waitText(first, now, locale)?.text) ?? ['status_queued'];
}
