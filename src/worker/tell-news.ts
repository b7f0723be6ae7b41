import { isIdle, type News, newsOf } from '../core/notices/news.ts';
import { actsOf, noticeId, type NoticeAct, parseNoticeId } from '../core/notices/notice-id.ts';
import type { ShownNotice } from '../core/notices/shown-notice.ts';
import { isEnded, type QueueItem } from '../core/queue/item.ts';
import type { Words } from '../messages/words.ts';
import { failureWords } from './failure-words.ts';
import type { GroupCounts, ItemQuery, Ports } from './ports.ts';

/** ms. What ended longer ago is no news any more: the user has allowed notifications since, or slept. */
const NEWS = 5 * 60_000;
/** Ends that are looked at for one telling. */
const MOST = 1_000;
const BY_END = { offset: 0, newestFirst: true, byEnd: true, search: '', until: null, group: null } as const;

/**
 * Tells the user what has ended since the last telling. That it is told is on disk before it is: a worker that dies
 * between the two leaves something unsaid, and never says it twice.
 */
export async function tellNews(ports: Ports): Promise<void> {
  const { notices, items } = ports;
  if (!(await notices.mayShow())) return;
  const now = ports.now();
  const known = await notices.marks();
  const since = Math.min(now, Math.max(known?.toldAt ?? 0, now - NEWS));
  // Who cancels something knows of it.
  const query: ItemQuery = { ...BY_END, statuses: ['done', 'failed'], since, limit: MOST };
  const found = (await items.page(query)).items.filter(isEnded);
  const ended = found.filter(({ id, endedAt }) => endedAt > since || known?.told.includes(id) !== true);
  if (ended.length === 0) return;
  const counts = await items.counts();
  const idleAt = known?.idleAt ?? since;
  const doneSince: ItemQuery = { ...BY_END, statuses: ['done'], since: idleAt + 1, limit: 1 };
  const seen = {
    ended,
    groups: await groupsOf(ports, ended),
    counts,
    doneInAll: (await items.page(doneSince)).total,
    granted: await ports.grants(),
  };
  const toldAt = Math.max(...ended.map(({ endedAt }) => endedAt));
  const told = found.filter(({ endedAt }) => endedAt === toldAt).map(({ id }) => id);
  await notices.writeMarks({ toldAt, told, idleAt: isIdle(counts) ? toldAt : idleAt });
  for (const news of newsOf(seen, await ports.settings.read())) await notices.show(inWords(news, ports.words));
}

async function groupsOf({ items }: Ports, ended: readonly QueueItem[]): Promise<readonly GroupCounts[]> {
  const ids = new Set(ended.flatMap(({ group }) => group?.id ?? []));
  const found = await Promise.all([...ids].map(id => items.countsOfGroup(id)));
  return found.filter(each => each !== null);
}

const LABELS = {
  show: 'notify_show',
  folder: 'notify_folder',
  retry: 'notify_retry',
  allow: 'notify_allow',
} as const satisfies Record<NoticeAct, string>;

function inWords(news: News, words: Words): ShownNotice {
  const id = noticeId(news);
  const told = parseNoticeId(id);
  const host = news.about === 'failure' ? (news.allow ?? '') : '';
  return {
    id,
    ...sentence(news, words),
    buttons: told === null ? [] : actsOf(told).map(act => words(LABELS[act], host)),
  };
}

function sentence(news: News, words: Words): Pick<ShownNotice, 'title' | 'message'> {
  switch (news.about) {
    case 'group': {
      const { group, done, failed } = news;
      const message = failed === 0 ? words('group_done', done) : words('group_doneFailed', done, failed);
      return { title: group.title, message };
    }
    case 'queue':
      return news.name === null
        ? { title: words('notify_allDone'), message: words('group_done', news.done) }
        : { title: news.name, message: words('notify_doneOne') };
    case 'failure':
      return {
        title: words('notify_failed', news.name),
        message: failureWords(news.item, news.item.reason, words),
      };
    case 'failures':
      return { title: words('notify_failures', news.count), message: words('notify_failuresHelp') };
  }
}
