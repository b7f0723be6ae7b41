import { type Clearing, isCleared } from '../../core/history/clearing.ts';
import { daysAgo } from '../../core/history/retention.ts';
import { ENDED_STATUSES } from '../../core/queue/item.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { ControlAnswer } from '../../messages/protocol.ts';
import type { Words } from '../../messages/words.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';
import { type Fields, fieldsOf, textField, wholeField } from './ask.ts';
import { remove } from './control.ts';

const MOST_DAYS = 36_500;

/** Clears away items that have ended, by their age, their site, how they ended. The files stay; an undo brings them back. */
export async function clearHistory(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<ControlAnswer> {
  const { words } = ports;
  const fields = fieldsOf(ask, ['olderThan', 'site', 'statuses'], words);
  const now = ports.now();
  const clearing: Clearing = {
    before: fields.has('olderThan') ? daysAgo(wholeField(fields, 'olderThan', 0, MOST_DAYS, words), now) : null,
    host: hostOf(textField(fields, 'site', words), words),
    statuses: statusesOf(fields, words),
  };
  return remove(ports, keeper, await ports.items.clearedIds(clearing), now, item => isCleared(item, clearing));
}

/** What has failed stays, until it is removed by hand. */
export async function clearFinished(ports: Ports, keeper: QueueKeeper): Promise<ControlAnswer> {
  const ids = await ports.items.idsIn(['done', 'cancelled']);
  return remove(ports, keeper, ids, ports.now(), ({ status }) => status === 'done' || status === 'cancelled');
}

/** A host as a URL writes it; an address is taken for its host. */
function hostOf(site: string, words: Words): string | null {
  if (site === '') return null;
  const address = site.includes('://') ? site : `https://${site}`;
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  if (host === '') throw new Refusal('bad-ask', words('history_badSite', site.slice(0, 200)));
  return host;
}

function statusesOf(fields: Fields, words: Words): Clearing['statuses'] {
  const asked = fields.get('statuses') ?? ENDED_STATUSES;
  const known = Array.isArray(asked)
    ? asked.map((each: unknown) => ENDED_STATUSES.find(status => status === each))
    : [];
  const statuses = known.filter(status => status !== undefined);
  if (statuses.length === 0 || statuses.length < known.length)
    throw new Refusal('bad-ask', words('history_badStatuses', ENDED_STATUSES.join(', ')));
  return statuses;
}
