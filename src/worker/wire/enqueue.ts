import { isRefused, type Link, parseLink, type RefusedLink } from '../../core/links/parse-link.ts';
import { type Group, type LogEntry, NEVER_TRAVELLED, type QueueItem, type Status } from '../../core/queue/item.ts';
import { keysAfter } from '../../core/queue/order.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { EnqueueAnswer, Skipped } from '../../messages/protocol.ts';
import type { WordKey, Words } from '../../messages/words.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';
import { booleanField, fieldsOf } from './ask.ts';

/** The most links of one ask: a message of more would near the 64 MiB at which Chromium drops it. */
const MOST_LINKS = 100_000;
/** Links of one transaction, so that the worker stays answerable meanwhile. */
const CHUNK = 1_000;

interface Terms {
  readonly paused: boolean;
  /** Take links again that are in the queue or were downloaded. */
  readonly again: boolean;
  /** The groups of this ask, by their titles: the same title in another ask is another group. */
  readonly groups: ReadonlyMap<string, Group>;
}

/**
 * Adds links. One bad link in a hundred leaves the ninety-nine; it is named among the skipped with its reason. Only
 * where no link at all is good the whole ask is refused.
 */
export async function enqueue(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<EnqueueAnswer> {
  const { words } = ports;
  const fields = fieldsOf(ask, ['links', 'paused', 'again'], words);
  const sent = fields.get('links');
  if (!Array.isArray(sent) || sent.length === 0) throw new Refusal('bad-ask', words('enqueue_noLinks'));
  if (sent.length > MOST_LINKS) throw new Refusal('too-many-links', words('enqueue_tooMany', sent.length, MOST_LINKS));
  const paused = booleanField(fields, 'paused', words);
  const again = booleanField(fields, 'again', words);

  const parsed = sent.map(parseLink);
  const refused = parsed.filter(isRefused);
  if (refused.length === parsed.length) throw refusalOfAll(refused, words);
  const { links, twice } = folded(parsed.filter((link): link is Link => !isRefused(link)));

  const { hold } = await ports.settings.read();
  const terms: Terms = { paused: paused || hold, again, groups: groupsOf(links, ports) };
  const answer: EnqueueAnswer = {
    ids: [],
    skipped: [
      ...refused.map(link => ({ url: link.url, code: link.problem, reason: sentence(link, words) })),
      ...twice.map(link => ({ url: link.url, code: 'twice', reason: words('skipped_twice') })),
    ],
    notes: links
      .filter(({ hadSignIn }) => hadSignIn)
      .map(({ url }) => ({ url, code: 'sign-in', reason: words('note_signIn') })),
  };
  const others = othersIn(ports, terms);
  for (let start = 0; start < links.length; start += CHUNK) {
    const added = await addChunk(ports, keeper, links.slice(start, start + CHUNK), terms, others);
    answer.ids.push(...added.ids);
    answer.skipped.push(...added.skipped);
  }
  return answer;
}

/** The items that a chunk's links stand for already, link by link; nothing where there is none of them for certain. */
type Others = (links: readonly Link[], additions: number) => Promise<readonly (readonly QueueItem[])[]>;

/**
 * Each look by URL costs as much as a write. One ask is free of doubles already, so that a queue which was empty before
 * it, and to which nobody else adds meanwhile, need not be looked at.
 */
function othersIn(ports: Ports, { again }: Terms): Others {
  let expected: number | null = null;
  return async (links, additions) => {
    const isOurs = expected === additions || (expected === null && isEmpty(await ports.items.counts()));
    expected = isOurs ? additions + 1 : Number.NaN;
    return again || isOurs ? [] : ports.items.withUrls(links.map(link => link.url));
  };
}

function isEmpty(counts: Record<Status, number>): boolean {
  return Object.values(counts).every(count => count === 0);
}

function addChunk(
  ports: Ports,
  keeper: QueueKeeper,
  links: readonly Link[],
  terms: Terms,
  others: Others,
): Promise<Pick<EnqueueAnswer, 'ids' | 'skipped'>> {
  return keeper.add(async additions => {
    const known = await others(links, additions);
    const reasons = links.map((_, index) => whyKnown(known[index] ?? []));
    const fresh = links.filter((_, index) => reasons[index] === null);
    const { last } = await ports.items.ends();
    const keys = keysAfter(last, fresh.length);
    const items = fresh.map((link, index) => newItem(link, keys[index] ?? '', terms, ports));
    const skipped = links.flatMap((link, index): Skipped[] => {
      const code = reasons[index] ?? null;
      return code === null ? [] : [{ url: link.url, code, reason: ports.words(KNOWN_WORDS[code]) }];
    });
    return { answer: { ids: items.map(item => item.id), skipped }, items };
  });
}

function groupsOf(links: readonly Link[], ports: Ports): ReadonlyMap<string, Group> {
  const titles = new Set(links.flatMap(({ group }) => group ?? []));
  return new Map([...titles].map(title => [title, { id: ports.newId(), title }]));
}

const KNOWN_WORDS = {
  'in-queue': 'skipped_inQueue',
  'done-before': 'skipped_doneBefore',
} as const satisfies Record<string, WordKey>;

/** A link that failed or was cancelled may come again; one that waits, runs or lies on the disk may not by itself. */
function whyKnown(items: readonly QueueItem[]): keyof typeof KNOWN_WORDS | null {
  if (items.some(({ status }) => status !== 'done' && status !== 'failed' && status !== 'cancelled')) return 'in-queue';
  return items.some(item => item.status === 'done') ? 'done-before' : null;
}

function newItem({ hadSignIn, ...link }: Link, order: string, terms: Terms, ports: Ports): QueueItem {
  const now = ports.now();
  const added: LogEntry = { at: now, what: 'added', detail: null };
  return {
    ...link,
    group: (link.group === null ? null : terms.groups.get(link.group)) ?? null,
    again: terms.again,
    id: ports.newId(),
    order,
    addedAt: now,
    ...NEVER_TRAVELLED,
    log: hadSignIn ? [added, { at: now, what: 'sign-in-left-out', detail: null }] : [added],
    status: terms.paused ? 'paused' : 'queued',
    held: null,
  };
}

/** The same URL twice in one go is one item. */
function folded(links: readonly Link[]): { links: readonly Link[]; twice: readonly Link[] } {
  const seen = new Set<string>();
  const isFirst = links.map(({ url }) => !seen.has(url) && Boolean(seen.add(url)));
  return { links: links.filter((_, index) => isFirst[index]), twice: links.filter((_, index) => !isFirst[index]) };
}

function refusalOfAll(refused: readonly RefusedLink[], words: Words): Refusal {
  const [first] = refused;
  if (first === undefined) return new Refusal('bad-ask', words('enqueue_noLinks'));
  const named = words('link_refused', first.url, sentence(first, words));
  return new Refusal(
    'bad-link',
    refused.length === 1 ? named : `${words('enqueue_allRefused', refused.length)} ${named}`,
  );
}

function sentence({ problem, detail }: RefusedLink, words: Words): string {
  return words(LINK_WORDS[problem], detail);
}

const LINK_WORDS = {
  'not-a-link': 'link_notALink',
  'not-a-url': 'link_notAUrl',
  scheme: 'link_scheme',
  'too-long': 'link_tooLong',
  'bad-name': 'link_badName',
  'bad-folder': 'link_badFolder',
  'bad-priority': 'link_badPriority',
  'bad-carrier': 'link_badCarrier',
  'bad-checksum': 'link_badChecksum',
  'bad-group': 'link_badGroup',
  'bad-referrer': 'link_badReferrer',
  'bad-referrer-policy': 'link_badReferrerPolicy',
  'unknown-key': 'link_unknownKey',
} as const satisfies Record<RefusedLink['problem'], WordKey>;
