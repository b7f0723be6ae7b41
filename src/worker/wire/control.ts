import { type Command, command, type Refusal as Senseless } from '../../core/queue/command.ts';
import type { QueueItem, Status } from '../../core/queue/item.ts';
import { keysAfter, keysBefore } from '../../core/queue/order.ts';
import type { Change } from '../../core/queue/transition.ts';
import { Refusal } from '../../messages/refusal.ts';
import { CONTROL_ACTIONS, type ControlAction, type ControlAnswer } from '../../messages/protocol.ts';
import type { WordKey } from '../../messages/words.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';
import { fieldsOf } from './ask.ts';

const CHUNK = 500;
const MOST_IDS = 100_000;

/**
 * Whom `all` means, for each action. Those that hold no place come first: a place that is freed earlier would be taken
 * by an item that is about to be paused or removed itself.
 */
const ALL: Record<Exclude<ControlAction, 'top' | 'bottom'>, readonly Status[]> = {
  pause: ['queued', 'waiting', 'starting', 'running'],
  resume: ['paused'],
  cancel: ['queued', 'waiting', 'paused', 'starting', 'running', 'saving'],
  retry: ['failed'],
  remove: ['queued', 'waiting', 'paused', 'done', 'failed', 'cancelled', 'starting', 'running', 'saving'],
};

export async function control(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<ControlAnswer> {
  const { words } = ports;
  const fields = fieldsOf(ask, ['ids', 'action'], words);
  const action = CONTROL_ACTIONS.find(each => each === fields.get('action'));
  if (action === undefined)
    throw new Refusal(
      'bad-ask',
      words('control_unknownAction', String(fields.get('action')), CONTROL_ACTIONS.join(', ')),
    );
  const asked = fields.get('ids');
  if (asked === 'all') return controlAll(ports, keeper, action);
  if (!Array.isArray(asked) || asked.length > MOST_IDS || !asked.every(id => typeof id === 'string'))
    throw new Refusal('bad-ask', words('control_badIds', MOST_IDS));
  return controlThese(ports, keeper, [...new Set<string>(asked)], action);
}

async function controlAll(ports: Ports, keeper: QueueKeeper, action: ControlAction): Promise<ControlAnswer> {
  if (action === 'top' || action === 'bottom') throw new Refusal('bad-ask', ports.words('control_needsIds', action));
  const { changed } = await inChunks(ports, keeper, await ports.items.idsIn(ALL[action]), action);
  return { changed, refused: [] };
}

async function controlThese(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  action: ControlAction,
): Promise<ControlAnswer> {
  const known = new Set((await ports.items.get(ids)).map(item => item.id));
  const unknown = ids.filter(id => !known.has(id));
  if (ids.length > 0 && known.size === 0)
    throw new Refusal('unknown-item', ports.words('control_unknownItem', unknown[0] ?? ''));
  const answer = await inChunks(
    ports,
    keeper,
    ids.filter(id => known.has(id)),
    action,
  );
  const missing = unknown.map(id => ({ id, reason: ports.words('control_unknownItem', id) }));
  return { changed: answer.changed, refused: [...answer.refused, ...missing] };
}

async function inChunks(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  action: ControlAction,
): Promise<ControlAnswer> {
  if (action === 'top' || action === 'bottom') return move(ports, keeper, ids, action);
  const answer: ControlAnswer = { changed: 0, refused: [] };
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    const { changed, refused } = await (action === 'remove'
      ? remove(ports, keeper, chunk)
      : commandThese(ports, keeper, chunk, action));
    answer.changed += changed;
    answer.refused.push(...refused);
  }
  return answer;
}

function commandThese(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  wanted: Command,
): Promise<ControlAnswer> {
  return keeper.write(async () => {
    const now = ports.now();
    const outcomes = (await ports.items.get(ids)).map(item => ({ id: item.id, outcome: command(item, wanted, now) }));
    const changes = outcomes.flatMap(({ outcome }) => (typeof outcome === 'string' ? [] : [outcome]));
    const refused = outcomes.flatMap(({ id, outcome }) =>
      typeof outcome === 'string' ? [{ id, reason: ports.words(SENSELESS_WORDS[outcome]) }] : [],
    );
    return { answer: { changed: changes.length, refused }, changes };
  });
}

/** Takes items out of the queue; what the browser does for them ends. Files that are done stay where they are. */
export async function remove(ports: Ports, keeper: QueueKeeper, ids: readonly string[]): Promise<ControlAnswer> {
  const changed = await keeper.remove(async () => ports.items.get(ids));
  return { changed, refused: [] };
}

/** Moves items before or behind all others; among themselves they keep their order. */
function move(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  where: 'top' | 'bottom',
): Promise<ControlAnswer> {
  return keeper.write(async () => {
    const items = [...(await ports.items.get(ids))].sort(byOrder);
    const { first, last } = await ports.items.ends();
    const keys = where === 'top' ? keysBefore(first, items.length) : keysAfter(last, items.length);
    const changes: Change[] = items.map((item, index) => ({
      item: { ...item, order: keys[index] ?? item.order },
      effects: [],
    }));
    return { answer: { changed: changes.length, refused: [] }, changes };
  });
}

function byOrder(a: QueueItem, b: QueueItem): number {
  return a.order < b.order ? -1 : 1;
}

const SENSELESS_WORDS = {
  'already-paused': 'refused_alreadyPaused',
  'not-paused': 'refused_notPaused',
  'already-ended': 'refused_alreadyEnded',
  'being-saved': 'refused_beingSaved',
  'not-ended': 'refused_notEnded',
} as const satisfies Record<Senseless, WordKey>;
