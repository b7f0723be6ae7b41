import { computed, signal } from '@preact/signals';
import { ASKS_FROM, MOST_LINKS, planAdding, plannedLinks } from '../src/core/links/add-plan.ts';
import { parseLink } from '../src/core/links/parse-link.ts';
import { parsePaste } from '../src/core/links/parse-paste.ts';
import type { PastedLink } from '../src/core/links/pasted.ts';
import { words } from '../src/platform/words.ts';
import { announce } from './announcer.ts';
import { sayCount } from './say.ts';
import { type Sent, sendLinks } from './send-links.ts';
import { lookAgain } from './store.ts';

/** What the box for links holds, and what came of it. */
export const text = signal('');
export const error = signal<string | null>(null);
export const sent = signal<Sent | null>(null);
export const isSending = signal(false);
/** Nothing in the links is a range: they are sent as they are. */
export const asItIs = signal(false);
/** The user is asked whether so many links are meant. */
export const asksCount = signal(false);
/** Links that have been sent while more are on their way. */
export const progress = signal(0);
export const pasted = computed(() => parsePaste(text.value));
export const plan = computed(() => planAdding(pasted.value, asItIs.value));

/** Unsent links that are written into the box one a line; of more the text stays, for what is known is not taken twice. */
const MOST_REWRITTEN = 1000;

export function write(next: string): void {
  text.value = next;
  error.value = null;
  asksCount.value = false;
  if (next === '') asItIs.value = false;
}

/** Puts more text below what the box holds. */
export function append(more: string): void {
  write(text.value.trim() === '' ? more : `${text.value.trimEnd()}\n${more}`);
}

/** Sends the links in the box, or says that there are none. Asks first where they are very many. */
export async function submit(isSure = false): Promise<void> {
  const { count } = plan.value;
  if (count === 0) {
    if (text.value.trim() !== '') error.value = words('popup_addNoLinks');
  } else if (count > MOST_LINKS) {
    error.value = words('add_tooMany', figure(count), figure(MOST_LINKS));
  } else if (count > ASKS_FROM && !isSure) {
    asksCount.value = true;
  } else {
    asksCount.value = false;
    lastPlan = plan.value;
    await add(plannedLinks(lastPlan), false);
  }
}

/** What was sent from the box last, to send again what was passed over with all that was said of it. */
let lastPlan = plan.value;

/** Sends again what was skipped because it is known already. */
export async function addAnyway(urls: readonly string[]): Promise<void> {
  const wanted = new Set(urls);
  const known: PastedLink[] = [];
  for (const link of plannedLinks(lastPlan)) {
    // The queue names links without their fragment and their sign-in.
    const named = [link.url, parseLink({ url: link.url }).url].find(url => wanted.delete(url));
    if (named !== undefined) known.push(link);
  }
  // A page that was sent by itself never stood in the box.
  const others = [...wanted].map(url => ({ url }));
  await add([...known, ...others], true);
}

/** Sends the page that the user looks at. What the box holds stays in it. */
export async function addPage(page: { readonly url: string; readonly title: string }): Promise<void> {
  const kept = text.value;
  await add([page], false);
  if (text.value === '') text.value = kept;
}

/** Sends links; what was not taken stays in the box. `again` takes those too that are known already. */
export async function add(links: Iterable<PastedLink & { readonly title?: string }>, again: boolean): Promise<void> {
  if (isSending.value) return;
  isSending.value = true;
  error.value = null;
  const was = plan.value;
  const answer = await sendLinks(links, { again }, count => (progress.value = count));
  isSending.value = false;
  progress.value = 0;
  if (answer.count > 0) {
    sent.value = answer;
    announce(answer.isHeld ? `${resultText(answer)}. ${heldText(answer)}` : resultText(answer));
  }
  if (answer.error !== null) {
    error.value = answer.count > 0 ? words('popup_unsent', answer.error) : answer.error;
    const isPlain = was.entries.every(({ link }) => Object.keys(link).length === 1);
    if (!again && isPlain && answer.count > 0 && was.count - answer.count <= MOST_REWRITTEN)
      text.value = [...plannedLinks(was)]
        .slice(answer.count)
        .map(({ url }) => url)
        .join('\n');
  } else if (answer.ids.length > 0 || again) {
    text.value = '';
    asItIs.value = false;
  }
  await lookAgain();
}

export function figure(count: number): string {
  return new Intl.NumberFormat(words('popup_language')).format(count);
}

/** "3 added, 1 skipped". */
export function resultText({ ids, skipped }: Sent): string {
  const added = ids.length === 0 ? words('popup_addedNothing') : sayCount('popup_added', ids.length);
  if (skipped.length === 0) return added;
  const parts = [added, sayCount('popup_skipped', skipped.length)];
  return new Intl.ListFormat(words('popup_language'), { type: 'unit' }).format(parts);
}

/** That what was added waits, because everything is paused. */
export function heldText({ ids }: Sent): string {
  return sayCount('popup_addedHeld', ids.length);
}
