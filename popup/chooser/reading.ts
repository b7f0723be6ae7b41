import { offeredLinks } from '../../src/core/links/offered-link.ts';
import type { PageLinks } from '../../src/messages/protocol.ts';
import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { unasked } from './backgrounds.ts';
import { markKnown } from './known.ts';
import { recall } from './memory.ts';
import { known, pages, rows, step, unreadPages } from './store.ts';
import { reasonOf } from '../reason-of.ts';
import type { Source } from '../view/chooser-source.ts';

/** Reads the links of all pages, and shows those that can be read. */
export async function readSource(source: Source | null): Promise<void> {
  if (source === null) return trouble(words('chooser_noTab'), false);
  step.value = { step: 'reading' };
  const { read, unread } = await pagesOf(source);
  const [reason] = unread;
  if (read.length === 0) return trouble(words('chooser_cannotRead', reason ?? ''), true);
  pages.value = read;
  unasked.value = source.from === 'tabs' ? source.tabs : [];
  unreadPages.value = unread;
  rows.value = offeredLinks(read);
  if (rows.value.length === 0) return trouble(words('chooser_noLinks'), true);
  known.value = new Map();
  await recall(read);
  step.value = { step: 'choosing' };
  await markKnown();
}

function trouble(text: string, canReadAgain: boolean): void {
  step.value = { step: 'trouble', text, canReadAgain };
}

async function pagesOf(source: Source): Promise<{ read: readonly PageLinks[]; unread: readonly string[] }> {
  const asks =
    source.from === 'basket'
      ? [send('worker', 'read-basket', { basket: source.basket }).then(answer => answer.pages)]
      : source.tabs.map(tabId => send('worker', 'read-page', { tabId }).then(page => [page]));
  const answers = await Promise.allSettled(asks);
  return {
    read: answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : [])),
    unread: answers.flatMap(answer => (answer.status === 'rejected' ? [reasonOf(answer.reason)] : [])),
  };
}
