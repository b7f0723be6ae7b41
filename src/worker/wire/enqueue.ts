import { isRefused, type Link, parseLink, type RefusedLink } from '../../core/links/parse-link.ts';
import type { QueueItem } from '../../core/queue/item.ts';
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
  const terms = { paused: booleanField(fields, 'paused', words), again: booleanField(fields, 'again', words) };

  const parsed = sent.map(parseLink);
  const refused = parsed.filter(isRefused);
  if (refused.length === parsed.length) throw refusalOfAll(refused, words);
  const { links, twice } = folded(parsed.filter((link): link is Link => !isRefused(link)));

  const answer: EnqueueAnswer = {
    ids: [],
    skipped: [
      ...refused.map(link => ({ url: link.url, code: link.problem, reason: sentence(link, words) })),
      ...twice.map(link => ({ url: link.url, code: 'twice', reason: words('skipped_twice') })),
    ],
  };
  for (let start = 0; start < links.length; start += CHUNK) {
    const added = await addChunk(ports, keeper, links.slice(start, start + CHUNK), terms);
    answer.ids.push(...added.ids);
    answer.skipped.push(...added.skipped);
  }
  return answer;
}

function addChunk(ports: Ports, keeper: QueueKeeper, links: readonly Link[], terms: Terms): Promise<EnqueueAnswer> {
  return keeper.write(async () => {
    const known = terms.again ? [] : await ports.items.withUrls(links.map(link => link.url));
    const reasons = links.map((_, index) => whyKnown(known[index] ?? []));
    const fresh = links.filter((_, index) => reasons[index] === null);
    const { last } = await ports.items.ends();
    const keys = keysAfter(last, fresh.length);
    const items = fresh.map((link, index) => newItem(link, keys[index] ?? '', terms, ports));
    const skipped = links.flatMap((link, index): Skipped[] => {
      const code = reasons[index] ?? null;
      return code === null ? [] : [{ url: link.url, code, reason: ports.words(KNOWN_WORDS[code]) }];
    });
    return {
      answer: { ids: items.map(item => item.id), skipped },
      changes: items.map(item => ({ item, effects: [] })),
    };
  });
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

function newItem(link: Link, order: string, terms: Terms, ports: Ports): QueueItem {
  const now = ports.now();
  return {
    ...link,
    id: ports.newId(),
    order,
    addedAt: now,
    attempt: 0,
    failures: 0,
    refusedBy: [],
    log: [{ at: now, what: 'added', detail: null }],
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
  'unknown-key': 'link_unknownKey',
} as const satisfies Record<RefusedLink['problem'], WordKey>;
