import { render } from 'preact';
import { words } from '../src/platform/words.ts';
import { OptionsPage } from './components/options/options-page.tsx';
import { readGrants } from './options/grants.ts';
import { loadSettings } from './options/settings.ts';
import { setLanguage } from './say.ts';
import { loadShortcuts } from './options/shortcuts.ts';

setLanguage(document);
document.title = words('options_title');
render(<OptionsPage />, document.body);
void readGrants();
void loadSettings();
void loadShortcuts();

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void loadShortcuts();
});
addEventListener('focus', () => void loadShortcuts());
