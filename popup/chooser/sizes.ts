import { signal } from '@preact/signals';
import { isGranted } from '../../src/core/links/origin-patterns.ts';
import { isWeb } from '../../src/core/links/parse-link.ts';
import { isPrivateHost } from '../../src/core/links/private-host.ts';
import { send } from '../../src/messages/send.ts';
import { granted } from '../../src/platform/permissions.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { rows, sendable, shown } from './store.ts';
import { reasonOf } from '../reason-of.ts';
import { sayCount } from '../say.ts';

/** Files of one question: the next is not asked once the user has stopped it. */
const AT_ONCE = 12;

/** Bytes by URL; null where the server was asked and did not say. */
export const sizes = signal<ReadonlyMap<string, number | null>>(new Map());
/** How far the asking is; null while nobody asks. */
export const asking = signal<{ readonly done: number; readonly all: number } | null>(null);
/** What came of the last asking. */
export const sizesNote = signal('');

/** Ends the asking that is under way. */
let stop = new AbortController();

/** Whether a page's address may be asked for without the user's own click on it. */
export function mayAsk(url: string, grants: readonly string[]): boolean {
  return isWeb(url) && !isPrivateHost(new URL(url).hostname) && isGranted(url, grants);
}

/** Asks the servers for the sizes of what is selected, or of all that is shown. */
export async function askSizes(): Promise<void> {
  if (asking.value !== null) return;
  stop = new AbortController();
  const { signal: stopped } = stop;
  const links = sendable.value.length > 0 ? sendable.value : shown.value.flatMap(index => rows.value[index] ?? []);
  const open = links.map(({ url }) => url).filter(url => !sizes.value.has(url));
  const grants = await granted();
  const urls = open.filter(url => mayAsk(url, grants));
  for (let done = 0; done < urls.length && !stopped.aborted; done += AT_ONCE) {
    asking.value = { done, all: urls.length };
    const some = urls.slice(done, done + AT_ONCE);
    const answer = await send('worker', 'probe-sizes', { urls: some }).catch(reasonOf);
    if (typeof answer === 'string') return end(answer);
    sizes.value = new Map([...sizes.value, ...some.map((url, place) => [url, answer.sizes[place] ?? null] as const)]);
  }
  const left = open.length - urls.length;
  end(left === 0 ? '' : sayCount('chooser_sizesNotAsked', left));
}

export function stopAsking(): void {
  stop.abort();
}

function end(note: string): void {
  asking.value = null;
  sizesNote.value = note;
  announce(note === '' ? words('chooser_sizesDone') : note);
}
