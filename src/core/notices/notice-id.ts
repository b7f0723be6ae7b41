import type { News } from './news.ts';

/**
 * What a notification is about, written into its id: whoever clicks it may do so when the worker that showed it is long
 * dead. The same news has the same id, so that the later one takes the place of the earlier.
 */
export type Told =
  | { readonly about: 'group'; readonly id: string }
  | { readonly about: 'queue' }
  | { readonly about: 'failure'; readonly id: string; readonly allow: string | null }
  | { readonly about: 'failures' };

/** Ids hold no space, nor do hosts. */
export function noticeId(news: News): string {
  if (news.about === 'group') return `group ${news.group.id}`;
  if (news.about !== 'failure') return news.about;
  return ['failure', news.item.id, ...(news.allow === null ? [] : [news.allow])].join(' ');
}

/** null for an id that is none of ours: one of an older version, say. */
export function parseNoticeId(text: string): Told | null {
  const [about, id, allow = null, ...rest] = text.split(' ');
  if (rest.length > 0) return null;
  if (about === 'queue' || about === 'failures') return id === undefined ? { about } : null;
  if (id === undefined || id === '') return null;
  if (about === 'group') return allow === null ? { about, id } : null;
  return about === 'failure' ? { about, id, allow } : null;
}

/** What the buttons of a notification do, in their order. A click elsewhere on it is `show`. */
export type NoticeAct = 'show' | 'folder' | 'retry' | 'allow';

export function actsOf(told: Told): readonly NoticeAct[] {
  switch (told.about) {
    case 'group':
    case 'queue':
      return ['folder', 'show'];
    case 'failure':
      return [told.allow === null ? 'retry' : 'allow', 'show'];
    case 'failures':
      return ['show'];
  }
}
