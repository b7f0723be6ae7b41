import type { AnswerOf, AskOf, Name } from '../messages/protocol.ts';
import { send, WireError } from '../messages/send.ts';
import { browser } from './browser.ts';

const PATH = 'offscreen.html';
let creation: Promise<void> | null = null;

/**
 * Asks the offscreen document, which does what a worker may not: start a Background Fetch, make object URLs.
 *
 * A document that is there and does not answer has not loaded (an earlier life of the worker died over it) or is
 * broken: it is made anew and asked once more.
 */
export async function askOffscreen<N extends Name<'offscreen'>>(
  name: N,
  ask: AskOf<'offscreen', N>,
): Promise<AnswerOf<'offscreen', N>> {
  await ensureOffscreen();
  try {
    return await send('offscreen', name, ask);
  } catch (error) {
    if (!(error instanceof WireError) || error.code !== 'no-answer') throw error;
    await browser.offscreen.closeDocument().catch(() => undefined);
    await ensureOffscreen();
    return send('offscreen', name, ask);
  }
}

/**
 * Makes sure that the document is there and has loaded. Only one may exist, so all callers share one creation; it dies
 * with the browser only, but may be closed, so each use asks again.
 */
export async function ensureOffscreen(): Promise<void> {
  creation ??= createUnlessThere().finally(() => {
    creation = null;
  });
  await creation;
}

export async function hasOffscreen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}

/** `createDocument` resolves when the document has loaded, its listeners with it. */
async function createUnlessThere(): Promise<void> {
  if (await hasOffscreen()) return;
  await browser.offscreen.createDocument({
    url: PATH,
    reasons: ['BLOBS'],
    justification: 'Starts Background Fetches and turns their results into files for the download folder.',
  });
}
