import { signal } from '@preact/signals';
import { offeredLinks } from '../../src/core/links/offered-link.ts';
import { send } from '../../src/messages/send.ts';
import { announce } from '../announcer.ts';
import { markKnown } from './known.ts';
import { rows } from './store.ts';
import { sayCount } from '../say.ts';

/** The tabs that have not been asked for the pictures behind their elements. */
export const unasked = signal<readonly number[]>([]);

/** Adds those pictures below the links. A tab that has been closed meanwhile adds nothing. */
export async function addBackgrounds(): Promise<void> {
  const tabs = unasked.value;
  unasked.value = [];
  const answers = await Promise.allSettled(
    tabs.map(tabId => send('worker', 'read-page', { tabId, backgrounds: true })),
  );
  const pages = answers.flatMap(answer => (answer.status === 'fulfilled' ? [answer.value] : []));
  const here = new Set(rows.value.map(({ url }) => url));
  const added = offeredLinks(pages).filter(({ url }) => !here.has(url));
  announce(sayCount('chooser_backgroundsAdded', added.length));
  if (added.length === 0) return;
  rows.value = [...rows.value, ...added];
  await markKnown();
}
