import { render } from 'preact';
import { takeOpeningText } from '../src/platform/pages.ts';
import { write } from './adding.ts';
import { PopupPage } from './components/queue/popup-page.tsx';
import { dress } from './dress.ts';
import { readOpening } from './files.ts';
import { readNotifying } from './notifying.ts';
import { startPolling } from './poller.ts';
import { readSiteAccess } from './site-access.ts';
import { look, refreshBy } from './store.ts';
import type { Surface } from './surface.ts';

/** Shows the queue at a glance, as the popup of the toolbar button or beside the page, and keeps it as it is. */
export async function showQueue(surface: Surface): Promise<void> {
  // The question is on its way while the page is being made.
  const { refresh } = startPolling(look, () => document.visibilityState === 'visible');
  refreshBy(refresh);
  await dress();
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
