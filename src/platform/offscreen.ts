import { browser } from './browser.ts';

const PATH = 'offscreen.html';
let creation: Promise<void> | null = null;

/**
 * Makes sure that the offscreen document is there. It does what a worker may not: start a Background Fetch, make object
 * URLs. Only one may exist, so two callers share one creation; it dies with the browser only, but may be closed, so
 * each use asks again.
 */
export async function ensureOffscreen(): Promise<void> {
  if (await hasOffscreen()) return;
  creation ??= create().finally(() => {
    creation = null;
  });
  await creation;
}

export async function hasOffscreen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}

async function create(): Promise<void> {
  try {
    await browser.offscreen.createDocument({
      url: PATH,
      reasons: ['BLOBS'],
      justification: 'Starts Background Fetches and turns their results into files for the download folder.',
    });
  } catch (error) {
    // An earlier life of this worker may have been quicker.
    if (!(await hasOffscreen())) throw error;
  }
}
