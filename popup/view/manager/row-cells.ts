import type { CarrierName } from '../../../src/core/carriers/carrier-name.ts';
import type { CatalogueRow } from '../../../src/core/catalogue/row.ts';
import { type FileKind, extensionOf, kindOfExtension } from '../../../src/core/links/file-kind.ts';
import type { Status } from '../../../src/core/queue/item.ts';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { figuresLocale } from '../locale.ts';
import { durationText, momentText } from '../duration-text.ts';
import { speedText } from '../progress-text.ts';
import { type Bar, type RowView, rowView } from '../row-view.ts';
import type { Phrase } from '../sentence.ts';
import { sizeText } from '../sizes.ts';
import { speedOf, type Track } from '../speed.ts';
import { visibleName } from '../visible-name.ts';

/** What the cells of a row show, decided. */
export interface RowCells {
  readonly name: string;
  readonly kind: FileKind;
  readonly extension: string;
  readonly size: string | null;
  readonly bar: Bar | null;
  /** Beside the bar: the percent, or how much is here of what has no known length. */
  readonly amount: Phrase | null;
  readonly speed: Phrase | null;
  readonly left: string | null;
  readonly status: Phrase;
  readonly tone: 'plain' | 'busy' | 'good' | 'bad' | 'asks';
  /** Why it failed, or waits. */
  readonly trouble: string | null;
  readonly carrier: Phrase | null;
  readonly host: string;
  readonly added: string;
  readonly folder: string;
}

const CARRIERS = {
  'background-fetch': ['manager_carrierFetch'],
  'browser-download': ['manager_carrierBrowser'],
} as const satisfies Record<CarrierName, Phrase>;

/** `item` and `seen` are there for rows in view, a moment after they came there. */
export function rowCells(
  row: CatalogueRow,
  item: ListedItem | undefined,
  seen: Track | undefined,
  now: number,
  locale = figuresLocale(),
): RowCells {
  const name = visibleName(item?.name ?? row.name);
  const extension = extensionOf(name);
  const size = item?.total ?? row.size;
  const isRunning = item?.status === 'running' && seen !== undefined;
  const speed = isRunning ? speedOf(seen) : null;
  const left = isRunning ? seen.left : null;
  const view = item === undefined ? null : rowView(item, seen, now, locale);
  return {
    name,
    kind: kindOfExtension(extension),
    extension: extension.length <= 4 ? extension.toUpperCase() : '',
    size: size === null ? null : sizeText(size, locale),
    bar: view?.bar ?? null,
    amount: view === null ? null : amountOf(view, locale),
    speed: speed === null ? null : speedText(speed, locale),
    left: left === null ? null : durationText(left, locale),
    status: statusOf(item, row.status, now, locale),
    tone: toneOf(item, row.status),
    trouble: view?.trouble ?? view?.danger ?? null,
    carrier: row.carrier === null ? null : CARRIERS[row.carrier],
    host: visibleName(row.host.replace(/^www\./, '')),
    added: momentText(Math.min(row.addedAt, now), now, locale),
    folder: visibleName(row.folder),
  };
}

function statusOf(item: ListedItem | undefined, status: Status, now: number, locale: string | undefined): Phrase {
  if (item === undefined || item.status !== status) return [`status_${status}`];
  if (item.clash !== null) return ['status_clash'];
  if (item.needs !== null) return ['status_needsAccess', visibleName(item.needs)];
  if (item.isMissing) return ['status_missing'];
  if (item.status === 'waiting' && item.dueAt !== null)
    return ['status_waitingUntil', momentText(Math.max(item.dueAt, now), now, locale)];
  return [`status_${status}`];
}

function toneOf(item: ListedItem | undefined, status: Status): RowCells['tone'] {
  if (item !== undefined && (item.clash !== null || item.needs !== null || item.danger !== null)) return 'asks';
  if (item?.isMissing === true) return 'plain';
  switch (status) {
    case 'failed':
      return 'bad';
    case 'done':
      return 'good';
    case 'starting':
    case 'running':
    case 'saving':
      return 'busy';
    case 'queued':
    case 'waiting':
    case 'paused':
    case 'cancelled':
      return 'plain';
  }
}

function amountOf({ bar, amount }: RowView, locale: string | undefined): Phrase | null {
  const percent = bar?.percent ?? null;
  if (percent === null) return amount;
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100);
}
