import { computed, signal } from '@preact/signals';
import { askFor } from '../src/core/links/ask-for.ts';
import type { LinkAsk, PageLinks } from '../src/messages/protocol.ts';
import { send } from '../src/messages/send.ts';
import { words } from '../src/platform/words.ts';
import { announce } from './announcer.ts';
import { reasonOf } from './reason-of.ts';
import { type Sent, sendLinks } from './send-links.ts';
import type { FileKind } from './view/file-kind.ts';
import { kindCounts, type LinkRow, linkRows, preselected } from './view/link-rows.ts';
import { between, type Choice, chosen, matchLinks } from './view/match-links.ts';

/** Where the page is on its way. */
export type Step =
  | { readonly step: 'reading' }
  | { readonly step: 'trouble'; readonly text: string; readonly canReadAgain: boolean }
  | { readonly step: 'choosing'; readonly page: PageLinks }
  | { readonly step: 'sending'; readonly page: PageLinks; readonly done: number; readonly all: number }
  | { readonly step: 'sent'; readonly page: PageLinks; readonly sent: Sent };

export const step = signal<Step>({ step: 'reading' });
export const rows = signal<readonly LinkRow[]>([]);
/** Places in `rows`. */
export const selected = signal<ReadonlySet<number>>(new Set());
export const kind = signal<FileKind | 'all'>('all');
export const filter = signal('');
export const startsPaused = signal(false);

export const counts = computed(() => kindCounts(rows.value));
export const shown = computed(() => matchLinks(rows.value, kind.value, filter.value));

/** The place from which a choice with Shift held down reaches. */
let anchor: number | null = null;

export async function readPage(tabId: number | null): Promise<void> {
  if (tabId === null) {
    step.value = { step: 'trouble', text: words('chooser_noTab'), canReadAgain: false };
    return;
  }
  step.value = { step: 'reading' };
  try {
    const page = await send('worker', 'read-page', { tabId });
    if (page.links.length === 0) {
      step.value = { step: 'trouble', text: words('chooser_noLinks'), canReadAgain: true };
      return;
    }
    rows.value = linkRows(page);
    selected.value = preselected(rows.value);
    step.value = { step: 'choosing', page };
  } catch (fault) {
    step.value = { step: 'trouble', text: words('chooser_cannotRead', reasonOf(fault)), canReadAgain: true };
  }
}

/** Turns one link on or off, or with `reach` all of them from the last one on. */
export function toggle(index: number, reach: boolean): void {
  const isOn = !selected.value.has(index);
  const range = reach && anchor !== null ? between(shown.value, anchor, index) : [index];
  selected.value = chosen(selected.value, range, isOn ? 'all' : 'none');
  anchor = index;
}

export function choose(choice: Choice): void {
  selected.value = chosen(selected.value, shown.value, choice);
}

export async function sendSelected(page: PageLinks): Promise<void> {
  const urls = [...selected.value]
    .toSorted((a, b) => a - b)
    .flatMap(index => rows.value[index] ?? [])
    .map(({ url }) => url);
  if (urls.length === 0 || step.value.step === 'sending') return;
  const sent = await sendLinks(asksFor(page, urls), { paused: startsPaused.value }, done => {
    step.value = { step: 'sending', page, done, all: urls.length };
  });
  step.value = { step: 'sent', page, sent };
}

/** Sends again what was skipped because it is known already. */
export async function sendAgain(page: PageLinks, urls: readonly string[]): Promise<void> {
  const sent = await sendLinks(asksFor(page, urls), { paused: startsPaused.value, again: true });
  step.value = { step: 'sent', page, sent };
}

/** Links of a page, with what their server may be told of it, and what it says of them. */
function asksFor(page: PageLinks, urls: readonly string[]): readonly LinkAsk[] {
  const links = new Map(page.links.map(link => [link.url, link]));
  return urls.flatMap(url => {
    const link = links.get(url);
    return link === undefined ? [] : [askFor(link, page)];
  });
}

export function backToLinks(page: PageLinks): void {
  step.value = { step: 'choosing', page };
  announce('');
}
