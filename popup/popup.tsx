import { render } from 'preact';
import { takeOpeningText } from '../src/platform/pages.ts';
import { write } from './adding.ts';
import { PopupPage } from './components/queue/popup-page.tsx';
import { dress } from './dress.ts';
import { readOpening } from './files.ts';
import { readNotifying } from './notifying.ts';
import { startPolling } from './poller.ts';
import { readSiteAccess } from './site-access.ts';
import { isOpening, look, lookAgain, refreshBy } from './store.ts';
import type { Surface } from './surface.ts';
import { rememberedTheme, wear } from './theme.ts';

/** Shows the queue at a glance, as the popup of the toolbar button or beside the page, and keeps it as it is. */
async function showQueue(): Promise<void> {
  // The question is on its way while the page is being made.
  const { refresh } = startPolling(lookOn, () => document.visibilityState === 'visible');
  refreshBy(refresh);
  await parsed();
  wear(rememberedTheme());
  await dress();
  const surface: Surface = document.body.classList.contains('panel') ? 'panel' : 'popup';
  render(<PopupPage surface={surface} />, document.body);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
  void readSiteAccess();
  void readNotifying();
  void readOpening();
  // What was too much for the address bar stands in the box, to be looked at before it is sent.
  void takeOpeningText().then(text => (text === '' ? undefined : write(text)));
}

async function lookOn(): Promise<void> {
  await look();
  // Not before the frame that shows what was seen.
  if (isOpening.peek()) requestIdleCallback(showRest, { timeout: 500 });
}

function showRest(): void {
  if (!isOpening.peek()) return;
  isOpening.value = false;
  void lookAgain();
}

/** Resolves when the page is there: its script waits neither for that nor for the style sheets. */
async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise(resolve => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

void showQueue();
