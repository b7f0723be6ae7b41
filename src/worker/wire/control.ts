import { withoutAccess } from '../../core/queue/access.ts';
import type { Change } from '../../core/queue/change.ts';
import { command, type Refusal as Senseless } from '../../core/queue/command.ts';
import { siteOf } from '../../core/links/site.ts';
import {
  PRIORITIES,
  type Priority,
  type Status,
  STATUSES,
  UNENDED_STATUSES,
  type QueueItem,
} from '../../core/queue/item.ts';
import { settled, SETTLEMENTS } from '../../core/queue/settling.ts';
import { Refusal } from '../../messages/refusal.ts';
import { CONTROL_ACTIONS, type ControlAction, type ControlAnswer } from '../../messages/protocol.ts';
import type { WordKey, Words } from '../../messages/words.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';
import { type Fields, fieldsOf, textField } from './ask.ts';
import { move, moveBeside, type Stand } from './move.ts';

const CHUNK = 1_000;
const MOST_IDS = 100_000;

/**
 * Whom an action means where the user names no items but all, or a group. Those that hold no place come first: a place
 * that is freed earlier would be taken by an item that is about to be paused or removed itself.
 */
const MEANT: Record<ControlAction, readonly Status[]> = {
  pause: ['queued', 'waiting', 'starting', 'running'],
  resume: ['paused'],
  cancel: ['queued', 'waiting', 'paused', 'starting', 'running', 'saving'],
  retry: ['failed'],
  remove: ['queued', 'waiting', 'paused', 'done', 'failed', 'cancelled', 'starting', 'running', 'saving'],
  prioritize: UNENDED_STATUSES,
  settle: ['paused'],
  'go-without': ['waiting'],
  top: STATUSES,
  bottom: STATUSES,
  move: STATUSES,
};

/**
 * Does what the user wants with some items, a group, or all. Pausing all is remembered: until something is resumed or
 * retried nothing starts, and what is added is paused.
 */
export async function control(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<ControlAnswer> {
  const { words } = ports;
  const fields = fieldsOf(ask, ['ids', 'group', 'action', 'before', 'after', 'priority', 'conflict'], words);
  const action = CONTROL_ACTIONS.find(each => each === fields.get('action'));
  if (action === undefined)
    throw new Refusal(
      'bad-ask',
      words('control_unknownAction', String(fields.get('action')), CONTROL_ACTIONS.join(', ')),
    );
  const act = actOf(ports, keeper, action, fields);
  const isAll = fields.get('ids') === 'all';
  const group = textField(fields, 'group', words);
  if (!isAll && group === '') {
    const { known, missing } = await named(ports, fields.get('ids'));
    if (action === 'resume' || action === 'retry') await hold(ports, keeper, false);
    const { changed, refused } = await act(known);
    return { changed, refused: [...refused, ...missing] };
  }
  const meant = isAll ? await wholeQueue(ports, action) : await wholeGroup(ports, group, action);
  if (action === 'resume' || action === 'retry' || (isAll && action === 'pause'))
    await hold(ports, keeper, action === 'pause');
  // Nobody named them one by one: those for which the action makes no sense are passed over.
  return { changed: (await act(meant)).changed, refused: [] };
}

type Act = (ids: readonly string[]) => Promise<ControlAnswer>;

function actOf(ports: Ports, keeper: QueueKeeper, action: ControlAction, fields: Fields): Act {
  switch (action) {
    case 'top':
    case 'bottom':
      return ids => move(ports, keeper, ids, action);
    case 'move': {
      const stand = standOf(fields, ports.words);
      return ids => moveBeside(ports, keeper, ids, stand);
    }
    case 'prioritize': {
      const priority = priorityOf(fields, ports.words);
      return ids => inChunks(ids, chunk => prioritize(ports, keeper, chunk, priority));
    }
    case 'settle': {
      const how = SETTLEMENTS.find(each => each === fields.get('conflict'));
      if (how === undefined) throw new Refusal('bad-ask', ports.words('control_badSettlement', SETTLEMENTS.join(', ')));
      return ids => inChunks(ids, chunk => commandThese(ports, keeper, chunk, (item, now) => settled(item, how, now)));
    }
    case 'go-without':
      return ids => inChunks(ids, chunk => commandThese(ports, keeper, chunk, withoutAccess));
    case 'remove': {
      const at = ports.now();
      return ids => inChunks(ids, chunk => remove(ports, keeper, chunk, at));
    }
    default:
      // Whoever asks for an item at once does not wait for what its server has asked of us.
      return ids =>
        inChunks(ids, chunk =>
          commandThese(ports, keeper, chunk, (item, now) => command(item, action, now), action === 'retry'),
        );
  }
}

/** Where the items of a move are to stand. */
function standOf(fields: Fields, words: Words): Stand {
  if (fields.has('before') && fields.has('after')) throw new Refusal('bad-ask', words('control_beforeOrAfter'));
  const priority = fields.has('priority') ? priorityOf(fields, words) : null;
  return fields.has('after')
    ? { side: 'after', beside: fields.get('after'), priority }
    : { side: 'before', beside: fields.get('before'), priority };
}

function priorityOf(fields: Fields, words: Words): Priority {
  const priority = PRIORITIES.find(each => each === fields.get('priority'));
  if (priority === undefined) throw new Refusal('bad-ask', words('control_badPriority', PRIORITIES.join(', ')));
  return priority;
}

async function wholeQueue(ports: Ports, action: ControlAction): Promise<readonly string[]> {
  if (action === 'top' || action === 'bottom' || action === 'move')
    throw new Refusal('bad-ask', ports.words('control_needsIds', action));
  return ports.items.idsIn(MEANT[action]);
}

async function wholeGroup(ports: Ports, group: string, action: ControlAction): Promise<readonly string[]> {
  if ((await ports.items.countsOfGroup(group)) === null)
    throw new Refusal('unknown-group', ports.words('control_unknownGroup', group));
  return ports.items.idsOfGroup(group, MEANT[action]);
}

async function hold(ports: Ports, keeper: QueueKeeper, isHeld: boolean): Promise<void> {
  await keeper.write(async () => {
    const settings = await ports.settings.read();
    if (settings.hold !== isHeld) await ports.settings.write({ ...settings, hold: isHeld });
    return { answer: undefined, changes: [] };
  });
}

/** The items that an ask names by their ids. That none of them is known is an error. */
async function named(
  ports: Ports,
  asked: unknown,
): Promise<{ known: readonly string[]; missing: ControlAnswer['refused'] }> {
  const { words } = ports;
  if (!Array.isArray(asked) || asked.length > MOST_IDS || !asked.every(id => typeof id === 'string'))
    throw new Refusal('bad-ask', words('control_badIds', MOST_IDS));
  const ids = [...new Set<string>(asked)];
  const there = new Set((await ports.items.get(ids)).map(item => item.id));
  const unknown = ids.filter(id => !there.has(id));
  if (ids.length > 0 && there.size === 0)
    throw new Refusal('unknown-item', words('control_unknownItem', unknown[0] ?? ''));
  const missing = unknown.map(id => ({ id, reason: words('control_unknownItem', id) }));
  return { known: ids.filter(id => there.has(id)), missing };
}

async function inChunks(ids: readonly string[], act: Act): Promise<ControlAnswer> {
  const answer: ControlAnswer = { changed: 0, refused: [] };
  for (let start = 0; start < ids.length; start += CHUNK) {
    const { changed, refused } = await act(ids.slice(start, start + CHUNK));
    answer.changed += changed;
    answer.refused.push(...refused);
  }
  return answer;
}

function commandThese(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  act: (item: QueueItem, now: number) => Change | Senseless,
  opensGates = false,
): Promise<ControlAnswer> {
  return keeper.write(async () => {
    const now = ports.now();
    const outcomes = (await ports.items.get(ids)).map(item => ({ id: item.id, outcome: act(item, now) }));
    const changes = outcomes.flatMap(({ outcome }) => (typeof outcome === 'string' ? [] : [outcome]));
    if (opensGates) await ports.items.openGates(changes.map(({ item }) => siteOf(item.url)));
    const refused = outcomes.flatMap(({ id, outcome }) =>
      typeof outcome === 'string' ? [{ id, reason: ports.words(SENSELESS_WORDS[outcome]) }] : [],
    );
    return { answer: { changed: changes.length, refused }, changes };
  });
}

/**
 * Takes items out of the queue; what the browser does for them ends. Files that are done stay where they are. `at` (ms
 * since the epoch) names the removal for its undoing. Those that are no longer meant when their turn comes stay: they were
 * brought back meanwhile.
 */
export async function remove(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  at: number,
  isMeant: (item: QueueItem) => boolean = () => true,
): Promise<ControlAnswer> {
  const changed = await keeper.remove(async () => (await ports.items.get(ids)).filter(isMeant), at);
  return { changed, refused: [] };
}

function prioritize(
  ports: Ports,
  keeper: QueueKeeper,
  ids: readonly string[],
  priority: Priority,
): Promise<ControlAnswer> {
  return keeper.write(async () => {
    const others = (await ports.items.get(ids)).filter(item => item.priority !== priority);
    return {
      answer: { changed: others.length, refused: [] },
      changes: others.map(item => ({ item: { ...item, priority }, effects: [] })),
    };
  });
}

const SENSELESS_WORDS = {
  'already-paused': 'refused_alreadyPaused',
  'not-paused': 'refused_notPaused',
  'already-ended': 'refused_alreadyEnded',
  'being-saved': 'refused_beingSaved',
  'not-ended': 'refused_notEnded',
  'to-be-settled': 'refused_toBeSettled',
  'nothing-to-settle': 'refused_nothingToSettle',
  'needs-nothing': 'refused_needsNothing',
} as const satisfies Record<Senseless, WordKey>;
