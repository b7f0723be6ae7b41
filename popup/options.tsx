import { render } from 'preact';
import { OptionsPage } from './components/options/options-page.tsx';
import { dress } from './dress.ts';
import { readGrants } from './options/grants.ts';
import { loadSettings } from './options/settings.ts';
import { loadShortcuts } from './options/shortcuts.ts';

await dress('options_title');
render(<OptionsPage />, document.body);
void readGrants();
void loadSettings();
void loadShortcuts();

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void loadShortcuts();
});
addEventListener('focus', () => void loadShortcuts());
