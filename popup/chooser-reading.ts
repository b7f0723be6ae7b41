import { offeredLinks } from '../src/core/links/offered-link.ts';
import type { PageLinks } from '../src/messages/protocol.ts';
import { send } from '../src/messages/send.ts';
import { words } from '../src/platform/words.ts';
import { recall } from './chooser-memory.ts';
import { known, type Known, pages, rows, selected, step, unreadPages } from './chooser-store.ts';
import { reasonOf } from './reason-of.ts';
import type { Source } from './view/chooser-source.ts';

/** URLs of one question about what is known: the most that the worker takes. */
const AT_ONCE = 1_000;

/** Reads the links of all pages, and shows those that can be read. */
export async function readSource(source: Source | null): Promise<void> {
  if (source === null) return trouble(words('chooser_noTab'), false);
  step.value = { step: 'reading' };
  const { read, unread } = await pagesOf(source);
  const [reason] = unread;
  if (read.length === 0) return trouble(words('chooser_cannotRead', reason ?? ''), true);
  pages.value = read;
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

/** Marks what the queue has, and leaves it out of the selection. What is sent meanwhile the queue passes over by itself. */
async function markKnown(): Promise<void> {
  const offered = rows.value;
  for (let start = 0; start < offered.length; start += AT_ONCE) {
    const urls = offered.slice(start, start + AT_ONCE).map(({ url }) => url);
    // Without an answer the marks are missing, and nothing else.
    const answer = await send('worker', 'known-links', { urls }).catch(() => null);
    if (answer === null || rows.value !== offered) return;
    const found = answer.known.flatMap((state, place): [number, Known][] =>
      state === null ? [] : [[start + place, state]],
    );
    if (found.length === 0) continue;
    known.value = new Map([
      ...known.value,
      ...found.map(([index, state]) => [offered[index]?.url ?? '', state] as const),
    ]);
    const left = new Set(selected.value);
    for (const [index] of found) left.delete(index);
    selected.value = left;
  }
}
