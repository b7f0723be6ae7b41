import { askFor } from '../../src/core/links/ask-for.ts';
import { parseLink } from '../../src/core/links/parse-link.ts';
import type { OfferedLink } from '../../src/core/links/offered-link.ts';
import { announce } from '../announcer.ts';
import { markKnown } from './known.ts';
import { remember } from './memory.ts';
import { rows, sendable, step } from './store.ts';
import { terms } from './terms.ts';
import { sendLinks } from '../send-links.ts';

let isStopped = false;

/** Sends what is selected and shown, and remembers the choice for the site. */
export async function sendSelected(): Promise<void> {
  const links = sendable.value;
  if (links.length === 0 || step.value.step === 'sending') return;
  isStopped = false;
  step.value = { step: 'sending', done: 0, all: links.length };
  await remember();
  await sendThese(links, false);
}

/** Lets the part end that is on its way. What was taken stays taken. */
export function stopSending(): void {
  isStopped = true;
}

/** Sends again what was skipped because it is known already. */
export async function sendAgain(urls: readonly string[]): Promise<void> {
  const wanted = new Set(urls);
  isStopped = false;
  await sendThese(
    // The queue names links without their fragment and their sign-in.
    rows.value.filter(({ url }) => wanted.has(url) || wanted.has(parseLink({ url }).url)),
    true,
  );
}

async function sendThese(links: readonly OfferedLink[], again: boolean): Promise<void> {
  const { mask, folder, conflict, isPaused } = terms.value;
  const shared = {
    ...(mask.trim() === '' ? {} : { mask: mask.trim() }),
    ...(folder.trim() === '' ? {} : { folder: folder.trim() }),
    ...(conflict === null ? {} : { conflict }),
  };
  const asks = links.map(({ found, title }) => askFor(found, { title }));
  const sent = await sendLinks(
    asks,
    { paused: isPaused, again, shared, isStopped: () => isStopped },
    done => (step.value = { step: 'sending', done, all: links.length }),
  );
  const unsent = sent.error === null ? links.length - sent.count : 0;
  step.value = { step: 'sent', sent, unsent };
  // Who goes back to the links shall see what has been sent.
  await markKnown();
}

export function backToLinks(): void {
  step.value = { step: 'choosing' };
  announce('');
}
