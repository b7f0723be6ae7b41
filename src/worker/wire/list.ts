import { isNeeding, neededHost } from '../../core/queue/access.ts';
import { filePathOf } from '../../core/queue/file-path.ts';
import { clashOf } from '../../core/queue/pausing.ts';
import { type QueueItem, type Status, STATUSES, UNENDED_STATUSES } from '../../core/queue/item.ts';
import { carrierOf, downloadIdOf, partsPlanOf } from '../../core/queue/item-jobs.ts';
import { sizeOf } from '../../core/carriers/parts.ts';
import { siteOf } from '../../core/links/site.ts';
import { standstillOf } from '../../core/queue/schedule.ts';
import { isShut } from '../../core/queue/site-gate.ts';
import { nextTurn } from '../../core/queue/time-window.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { ListAnswer, ListedItem } from '../../messages/listing.ts';
import type { Words } from '../../messages/words.ts';
import { lookAt, type Progress } from '../../carriers/carrier.ts';
import { failureWords } from '../failure-words.ts';
import type { Ports } from '../ports.ts';
import { isGone, savedFileOf } from './file.ts';
import { booleanField, type Fields, fieldsOf, textField, timeField, wholeField } from './ask.ts';
import { lastName } from '../../core/naming/last-name.ts';

const USUAL = 100;
const MOST = 1_000;

/** A window of the queue. How far running items are is asked of the browser now, for this window only. */
export async function list(ports: Ports, ask: unknown): Promise<ListAnswer> {
  const { words } = ports;
  const fields = fieldsOf(ask, [...WINDOW_FIELDS, 'group', 'ids'], words);
  if (fields.has('ids')) return listThese(ports, idsOf(fields, words));
  const statuses = statusesOf(fields, words);
  const byEnd = booleanField(fields, 'byEnd', words);
  if (byEnd && statuses?.some(isUnended) === true) throw new Refusal('bad-ask', words('list_onlyEnded'));
  const { total, items } = await ports.items.page({
    offset: wholeField(fields, 'offset', 0, Number.MAX_SAFE_INTEGER, words),
    limit: wholeField(fields, 'limit', USUAL, MOST, words),
    statuses,
    byEnd,
    search: textField(fields, 'search', words),
    since: timeField(fields, 'since', words),
    until: timeField(fields, 'until', words),
    newestFirst: booleanField(fields, 'newestFirst', words),
    group: textField(fields, 'group', words) || null,
  });
  return { total, items: await listAll(ports, items) };
}

async function listAll(ports: Ports, items: readonly QueueItem[]): Promise<ListedItem[]> {
  const waitsFor = items.some(({ status }) => status === 'queued') ? await obstacles(ports) : () => null;
  return Promise.all(items.map(item => row(ports, item, waitsFor(item))));
}

/** One item as the list has it. */
export async function listed(ports: Ports, item: QueueItem): Promise<ListedItem> {
  const waitsFor = item.status === 'queued' ? await obstacles(ports) : () => null;
  return row(ports, item, waitsFor(item));
}

/** What a page that knows the ids wants to know of its rows in view. */
async function listThese(ports: Ports, ids: readonly string[]): Promise<ListAnswer> {
  const items = await ports.items.get(ids);
  return { total: items.length, items: await listAll(ports, items) };
}

function idsOf(fields: Fields, words: Words): readonly string[] {
  const ids = fields.get('ids');
  const isList = Array.isArray(ids) && ids.length <= MOST && ids.every(id => typeof id === 'string');
  if (!isList || fields.size > 1) throw new Refusal('bad-ask', words('list_badIds', MOST));
  return ids;
}

const WINDOW_FIELDS = ['offset', 'limit', 'status', 'search', 'since', 'until', 'newestFirst', 'byEnd'] as const;

function isUnended(status: Status): boolean {
  return UNENDED_STATUSES.some(each => each === status);
}

type Obstacle = ListedItem['waitsFor'];

/** What keeps queued items from starting now, as a function of the item. */
async function obstacles(ports: Ports): Promise<(item: QueueItem) => Obstacle> {
  const [settings, { isOnline }, { gates }] = await Promise.all([
    ports.settings.read(),
    ports.network(),
    ports.items.outlook(),
  ]);
  const moment = { now: ports.now(), zone: ports.zone(), isOnline };
  const standstill = standstillOf(settings, moment);
  const until = standstill === 'closed' ? nextTurn(settings.windows, moment.now, moment.zone) : null;
  const shut = new Map(gates.filter(gate => isShut(gate, moment.now)).map(gate => [gate.site, gate]));
  return item => {
    if (item.status !== 'queued') return null;
    if (standstill !== null) return { why: standstill, until };
    const gate = shut.get(siteOf(item.url));
    return gate === undefined ? null : { why: gate.why, until: gate.until };
  };
}

function statusesOf(fields: Fields, words: Words): readonly Status[] | null {
  const asked = fields.get('status');
  if (asked === undefined) return null;
  return [asked].flat().map(each => {
    const status = STATUSES.find(known => known === each);
    if (status === undefined)
      throw new Refusal('bad-ask', words('ask_unknownStatus', JSON.stringify(each), STATUSES.join(', ')));
    return status;
  });
}

async function row(ports: Ports, item: QueueItem, waitsFor: Obstacle): Promise<ListedItem> {
  const [progress, file] = await Promise.all([progressOf(ports, item), fileOf(ports, item)]);
  return {
    id: item.id,
    url: item.url,
    status: item.status,
    carrier: carrierOf(item),
    name: nameOf(item),
    path: item.status === 'done' ? item.path : null,
    ...file,
    bytes: progress.bytes,
    total: progress.total,
    isInParts: partsPlanOf(item) !== null,
    attempt: item.attempt,
    furthest: item.furthest,
    error: errorOf(item, ports.words),
    priority: item.priority,
    referrer: item.referrer,
    dueAt: item.status === 'waiting' && !isNeeding(item) ? item.dueAt : null,
    group: item.group,
    clash: clashOf(item),
    needs: neededHost(item),
    finalUrl: await finalUrlOf(ports, item),
    danger: await dangerOf(ports, item),
    wanted: item.status === 'done' ? wantedOf(item) : null,
    waitsFor,
    log: item.log,
  };
}

async function fileOf(ports: Ports, item: QueueItem): Promise<Pick<ListedItem, 'isMissing' | 'downloadId'>> {
  if (item.status !== 'done') return { isMissing: false, downloadId: null };
  const file = await savedFileOf(ports, item);
  const isMissing = isGone(item, file);
  return { isMissing, downloadId: file === null || isMissing ? null : item.downloadId };
}

async function finalUrlOf(ports: Ports, item: QueueItem): Promise<string | null> {
  return item.status === 'running' && item.carrier === 'browser-download'
    ? ports.downloads.finalUrl(item.downloadId)
    : null;
}

/** Only of what the browser is about to put into the folder; it is never for us to accept. */
async function dangerOf(ports: Ports, item: QueueItem): Promise<ListedItem['danger']> {
  const id = item.status === 'running' || item.status === 'saving' ? downloadIdOf(item) : null;
  const danger = id === null ? null : await ports.downloads.danger(id);
  return danger === null ? null : { code: danger, message: ports.words('danger_undecided') };
}

/** Of the last time that it was done. */
function wantedOf({ log }: QueueItem): string | null {
  const last = log.findLast(({ what }) => what === 'named-otherwise' || what === 'retried');
  return last?.what === 'named-otherwise' ? last.detail : null;
}

function errorOf(item: QueueItem, words: Words): { code: string; message: string } | null {
  if (item.status === 'failed' || item.status === 'waiting')
    return { code: item.reason.code, message: failureWords(item, item.reason, words) };
  if (item.status !== 'cancelled') return null;
  if (item.by === 'kept-out') return { code: 'kept-out', message: words('cancelled_keptOut', ruleOf(item)) };
  return item.by === 'rule' ? { code: 'had-it', message: words('cancelled_hadIt') } : null;
}

function ruleOf({ log, ruled }: QueueItem): string {
  return log.findLast(({ what }) => what === 'ruled')?.detail || (ruled?.rule ?? '');
}

async function progressOf(ports: Ports, item: QueueItem): Promise<Progress> {
  switch (item.status) {
    case 'done':
      return { bytes: item.bytes, total: item.bytes };
    case 'saving':
      if ('parcel' in item) return { bytes: item.parcel.size, total: item.parcel.size };
      return item.step === 'keeping' ? ofParts(item) : { bytes: item.plan.total ?? 0, total: item.plan.total };
    case 'running': {
      const seen = await lookAt(ports.carriers, item);
      return seen ?? { bytes: 0, total: item.plan.total };
    }
    case 'queued':
    case 'paused': {
      const id = downloadIdOf(item);
      const seen = id === null ? null : await ports.downloads.progress(id);
      return seen ?? ofParts(item);
    }
    case 'starting':
      return item.step === 'asking' && item.kept === null ? { bytes: 0, total: item.plan.total } : ofParts(item);
    default:
      return ofParts(item);
  }
}

/** What lies in the part store, for an item that is not on its way. */
function ofParts({ kept }: QueueItem): Progress {
  return kept === null ? { bytes: 0, total: null } : { bytes: sizeOf(kept.parts), total: kept.total };
}

const UNTOLD = { disposition: null, contentType: null, suggested: null };

function plannedPath(item: QueueItem): string | null {
  return 'plan' in item && item.plan.carrier === 'browser-download' ? item.plan.filename : null;
}

function nameOf(item: QueueItem): string {
  const path = item.status === 'done' ? item.path : 'parcel' in item ? item.parcel.filename : null;
  return lastName(path ?? plannedPath(item) ?? filePathOf(item, { ...UNTOLD, url: item.url }));
}
