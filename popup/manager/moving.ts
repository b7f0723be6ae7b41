import { hasPlace } from '../../src/core/catalogue/sort-rows.ts';
import type { Priority } from '../../src/core/queue/item.ts';
import type { ListedItem } from '../../src/messages/listing.ts';
import { send } from '../../src/messages/send.ts';
import { locale, words } from '../../src/platform/words.ts';
import { command } from '../commands.ts';
import { type Gap, gapAt, gapByWay, type Run, standAt, wayBack, type Way } from '../view/manager/queue-place.ts';
import { idsOf } from './chosen-items.ts';
import { rowOf } from './rows.ts';
import { order, selected } from './selection.ts';
import { hindrance, lines, showQueueOrder } from './table.ts';
import { showToast } from './toast.ts';
import { offerUndo } from './undoing.ts';

/** Runs of which a move is taken back; lines that were spread over more of them stay together. */
const MOST_RUNS = 50;
/** ms that a move waits to be seen before the next one goes by what is seen. */
const SEEN_WITHIN = 1_000;

/** One after the other: each goes by the order that the last has made. */
let line: Promise<void> = Promise.resolve();

/** Moves the selected lines by a step, or to an end of the queue. */
export function move(way: Way): Promise<void> {
  return moveTo(() => gapByWay(places(), moved(), way));
}

/** Moves the selected lines to right before the line of this index. */
export function moveBefore(index: number): Promise<void> {
  return moveTo(() => gapAt(places(), moved(), order.value.slice(0, index).filter(isInQueue).length));
}

/** The lines that stand in the queue; what has ended stands below them, by its end. */
function places(): readonly string[] {
  return order.value.filter(isInQueue);
}

function moved(): ReadonlySet<string> {
  return new Set([...selected.value].filter(isInQueue));
}

/** A group stands in it as a whole. */
function isInQueue(id: string): boolean {
  const row = rowOf(id);
  return row === null || hasPlace(row);
}

/** Whether lines can be put elsewhere as they are shown now; where not, says why, and offers what helps. */
export function canMove(): boolean {
  const why = hindrance();
  if (why === null) return true;
  const text = words(why === 'sorted' ? 'acts_notInOrder' : 'acts_notWhileSearching');
  showToast({ text, action: { label: 'acts_sortByQueue', perform: showQueueOrder }, keys: null });
  return false;
}

function moveTo(findGap: () => Gap | null): Promise<void> {
  if (!canMove()) return Promise.resolve();
  line = line.then(() =>
    command(async () => {
      const gap = findGap();
      if (gap !== null) await put(gap);
      return null;
    }),
  );
  return line;
}

async function put({ ids, above, below, place }: Gap): Promise<void> {
  const back = wayBack(places(), moved(), id => rowOf(id)?.priority ?? null);
  const seen = nextLines();
  const [over, under] = await Promise.all([edgeOf(above, 'last'), edgeOf(below, 'first')]);
  const own = ids.flatMap(id => rowOf(id)?.priority ?? []);
  const { side, priority } = standAt(over?.priority ?? null, under?.priority ?? null, own);
  const beside = (side === 'before' ? under : over)?.id ?? null;
  await send('worker', 'control', { ids: await idsOf(ids), action: 'move', [side]: beside, priority });
  const figure = new Intl.NumberFormat(locale());
  const text = words('acts_saidMoved', figure.format(place), figure.format(places().length));
  offerUndo(text, back === null || back.length > MOST_RUNS ? null : () => putBack(back));
  await seen;
}

async function putBack(runs: readonly Run[]): Promise<void> {
  for (const { ids, side, beside, priority } of runs)
    await send('worker', 'control', { ids: [...ids], action: 'move', [side]: beside, priority });
}

interface Edge {
  readonly id: string;
  readonly priority: Priority;
}

/** The item that a line begins or ends with: a group has several. */
async function edgeOf(id: string | null, which: 'first' | 'last'): Promise<Edge | null> {
  if (id === null) return null;
  const row = rowOf(id);
  if (row !== null) return row;
  const { total, items } = await send('worker', 'list', { group: id, limit: 1 });
  const edge: ListedItem | undefined =
    which === 'first' ? items[0] : (await send('worker', 'list', { group: id, offset: total - 1, limit: 1 })).items[0];
  return edge ?? null;
}

/** Until the lines have changed, but not for ever. */
function nextLines(): Promise<void> {
  return new Promise(resolve => {
    const now = lines.peek();
    const timer = setTimeout(done, SEEN_WITHIN);
    const stop = lines.subscribe(next => {
      if (next !== now) done();
    });
    function done(): void {
      clearTimeout(timer);
      // A signal tells at once when one subscribes, before there is anything to stop.
      queueMicrotask(() => stop());
      resolve();
    }
  });
}
