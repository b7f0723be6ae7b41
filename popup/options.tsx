import { render } from 'preact';
import { words } from '../src/platform/words.ts';
import { loadAltClick } from './alt-click.ts';
import { OptionsPage } from './components/options-page.tsx';
import { readGrants } from './grants.ts';
import { loadMenuChoice } from './menu-choice.ts';
import { setLanguage } from './say.ts';
import { loadShortcuts } from './shortcuts.ts';

setLanguage(document);
document.title = words('options_title');
render(<OptionsPage />, document.body);
void readGrants();
void loadMenuChoice();
void loadShortcuts();
void loadAltClick();

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void loadShortcuts();
});
addEventListener('focus', () => void loadShortcuts());
