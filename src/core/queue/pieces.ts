import type { CarrierName } from '../carriers/carrier-name.ts';
import { type ByteRange, isSameRange, missingParts } from '../carriers/parts.ts';
import type { QueueItem } from './item.ts';
import { carrierOf, lastCarrierOf } from './item-jobs.ts';

/** A range of the file, and what is known of it now. Together the pieces are the whole file, in its order. */
export interface Piece extends ByteRange {
  /** `coming`: it was asked for. How much of it has arrived the browser tells of the whole only. */
  readonly state: 'here' | 'coming' | 'missing';
  /** Which carrier has brought it, or is bringing it. */
  readonly carrier: CarrierName | null;
}

/** None while the length of the file is unknown. `bytes`: how many are here, as the carrier tells. */
export function piecesOf(item: QueueItem, bytes: number, total: number | null): readonly Piece[] {
  if (total === null || total <= 0) return [];
  const carrier = carrierOf(item) ?? lastCarrierOf(item);
  const isWhole = item.status === 'done' || 'parcel' in item;
  if (isWhole) return [{ first: 0, last: total - 1, state: 'here', carrier }];
  const asked = partsAskedFor(item);
  if (item.kept !== null || asked !== null) return inParts(item, asked ?? [], total);
  return inOneStream(Math.min(bytes, total), total, item.status === 'running' ? 'coming' : 'missing', carrier);
}

function partsAskedFor(item: QueueItem): readonly ByteRange[] | null {
  if (item.status !== 'running' || item.carrier !== 'background-fetch') return null;
  return item.plan.parts?.missing ?? null;
}

function inParts({ kept }: QueueItem, asked: readonly ByteRange[], total: number): readonly Piece[] {
  const here = kept?.parts ?? [];
  const rest = missingParts(total, here).map((part): Piece => {
    const isComing = asked.some(each => isSameRange(each, part));
    const { first, last } = part;
    return { first, last, state: isComing ? 'coming' : 'missing', carrier: isComing ? 'background-fetch' : null };
  });
  const found = here.map(({ first, last }): Piece => ({ first, last, state: 'here', carrier: 'background-fetch' }));
  return [...found, ...rest].sort((a, b) => a.first - b.first);
}

function inOneStream(
  bytes: number,
  total: number,
  rest: 'coming' | 'missing',
  carrier: CarrierName | null,
): readonly Piece[] {
  const here: Piece = { first: 0, last: bytes - 1, state: 'here', carrier };
  const left: Piece = { first: bytes, last: total - 1, state: rest, carrier: rest === 'coming' ? carrier : null };
  return [here, left].filter(({ first, last }) => last >= first);
}
