import { isRefused, type Link, parseLink, type RefusedLink } from '../../core/links/parse-link.ts';
import { wallClock, type WallClock } from '../../core/naming/wall-clock.ts';
import { decide } from '../../core/rules/decide.ts';
import type { Rule } from '../../core/rules/rule.ts';
import type { Group, QueueItem, Status } from '../../core/queue/item.ts';
import { newItem } from '../../core/queue/new-item.ts';
import { keysAfter } from '../../core/queue/order.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { EnqueueAnswer, Skipped } from '../../messages/protocol.ts';
import type { WordKey, Words } from '../../messages/words.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';
import { booleanField, fieldsOf, wholeField } from './ask.ts';

/** The most links of one ask: a message of more would near the 64 MiB at which Chromium drops it. */
const MOST_LINKS = 100_000;
/** Links of one transaction, so that the worker stays answerable meanwhile. */
const CHUNK = 1_000;

/** What may be said once for all links of an ask; a link's own word goes before it. */
const SHARED = ['folder', 'mask', 'conflict'] as const;

interface Terms {
  readonly paused: boolean;
  /** Take links again that are in the queue or were downloaded. */
  readonly again: boolean;
  /** The groups of this ask, by their titles: the same title in another ask is another group. */
  readonly groups: ReadonlyMap<string, Group>;
  readonly rules: readonly Rule[];
  /** The number of this sending, and what the user's clock shows. */
  readonly batch: number;
  readonly on: WallClock;
}

/**
 * Adds links. One bad link in a hundred leaves the ninety-nine; it is named among the skipped with its reason. Only
 * where no link at all is good the whole ask is refused.
 */
export async function enqueue(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<EnqueueAnswer> {
  const { words } = ports;
  const fields = fieldsOf(ask, ['links', 'paused', 'again', 'batch', 'from', ...SHARED], words);
  const sent = fields.get('links');
  if (!Array.isArray(sent) || sent.length === 0) throw new Refusal('bad-ask', words('enqueue_noLinks'));
  if (sent.length > MOST_LINKS) throw new Refusal('too-many-links', words('enqueue_tooMany', sent.length, MOST_LINKS));
  const paused = booleanField(fields, 'paused', words);
  const again = booleanField(fields, 'again', words);
  const said = wholeField(fields, 'batch', 0, Number.MAX_SAFE_INTEGER, words);
  const from = wholeField(fields, 'from', 1, Number.MAX_SAFE_INTEGER, words);

  const shared = Object.fromEntries(SHARED.flatMap(key => (fields.has(key) ? [[key, fields.get(key)]] : [])));
  const parsed = sent.map((link: unknown) => parseLink(isPlain(link) ? { ...shared, ...link } : link));
  const refused = parsed.filter(isRefused);
  if (refused.length === parsed.length) throw refusalOfAll(refused, words);
  const { links, twice } = folded(parsed.filter((link): link is Link => !isRefused(link)));

  const [{ hold }, rules] = await Promise.all([ports.settings.read(), ports.rules.read()]);
  const batch = said === 0 ? await ports.items.nextBatch() : said;
  const on = wallClock(ports.now(), ports.zone());
  const terms: Terms = { paused: paused || hold, again, groups: groupsOf(links, ports), rules, batch, on };
  const answer: EnqueueAnswer = {
    ids: [],
    batch,
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
    const chunk = links.slice(start, start + CHUNK);
    const added = await addChunk(ports, keeper, chunk, from + start, terms, others);
    answer.ids.push(...added.ids);
    answer.skipped.push(...added.skipped);
  }
  return answer;
}

function isPlain(link: unknown): link is object {
  return typeof link === 'object' && link !== null && !Array.isArray(link);
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
  from: number,
  terms: Terms,
  others: Others,
): Promise<Pick<EnqueueAnswer, 'ids' | 'skipped'>> {
  return keeper.add(async additions => {
    const known = await others(links, additions);
    const looked = links.map((link, place): Looked => {
      const rule = ruleFor(link, terms);
      return { link, rule, index: from + place, reason: whyKnown(known[place] ?? []) ?? whyKeptOut(rule, terms) };
    });
    const fresh = looked.filter(({ reason }) => reason === null);
    const { last } = await ports.items.ends();
    const keys = keysAfter(last, fresh.length);
    const items = fresh.map((each, place) => entered(each, keys[place] ?? '', terms, ports));
    const skipped = looked.flatMap(({ link, rule, reason }): Skipped[] =>
      reason === null
        ? []
        : [{ url: link.url, code: reason, reason: ports.words(SKIPPED_WORDS[reason], rule?.title || rule?.id || '') }],
    );
    return { answer: { ids: items.map(item => item.id), skipped }, items };
  });
}

function groupsOf(links: readonly Link[], ports: Ports): ReadonlyMap<string, Group> {
  const titles = new Set(links.flatMap(({ group }) => group ?? []));
  return new Map([...titles].map(title => [title, { id: ports.newId(), title }]));
}

/** A link, the rule that it meets, and what keeps it out of the queue. */
interface Looked {
  readonly link: Link;
  readonly rule: Rule | null;
  /** Its place in its batch, from 1. */
  readonly index: number;
  readonly reason: keyof typeof SKIPPED_WORDS | null;
}

const SKIPPED_WORDS = {
  'in-queue': 'skipped_inQueue',
  'done-before': 'skipped_doneBefore',
  'kept-out': 'skipped_keptOut',
} as const satisfies Record<string, WordKey>;

/** The rule that matches whatever more is learnt of the file; null where that cannot be said yet. */
function ruleFor({ url, referrer, name, said }: Link, { rules }: Terms): Rule | null {
  const known = { url, page: referrer, name: name ?? said.download, contentType: null, size: null, isFinal: false };
  const rule = decide(rules, known);
  return rule === 'unsure' ? null : rule;
}

function whyKeptOut(rule: Rule | null, { again }: Terms): 'kept-out' | null {
  return rule?.then.start === 'skip' && !again ? 'kept-out' : null;
}

/** A link that failed or was cancelled may come again; one that waits, runs or lies on the disk may not by itself. */
export function whyKnown(items: readonly QueueItem[]): 'in-queue' | 'done-before' | null {
  if (items.some(({ status }) => status !== 'done' && status !== 'failed' && status !== 'cancelled')) return 'in-queue';
  return items.some(item => item.status === 'done') ? 'done-before' : null;
}

function entered({ link, rule, index }: Looked, order: string, terms: Terms, ports: Ports): QueueItem {
  const { batch: number, on, again } = terms;
  const group = (link.group === null ? null : terms.groups.get(link.group)) ?? null;
  const entry = { id: ports.newId(), order, batch: { number, index, on }, group, again, isPaused: terms.paused, rule };
  return newItem(link, entry, ports.now());
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
  'bad-mask': 'link_badMask',
  'bad-conflict': 'link_badConflict',
  'bad-download': 'link_badText',
  'bad-title': 'link_badText',
  'bad-text': 'link_badText',
  'bad-priority': 'link_badPriority',
  'bad-carrier': 'link_badCarrier',
  'bad-checksum': 'link_badChecksum',
  'bad-group': 'link_badGroup',
  'bad-referrer': 'link_badReferrer',
  'bad-referrer-policy': 'link_badReferrerPolicy',
  'unknown-key': 'link_unknownKey',
} as const satisfies Record<RefusedLink['problem'], WordKey>;
