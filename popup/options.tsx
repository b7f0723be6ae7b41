import { render } from 'preact';
import { words } from '../src/platform/words.ts';
import { OptionsPage } from './components/options-page.tsx';
import { readGrants } from './grants.ts';
import { setLanguage } from './say.ts';

setLanguage(document);
document.title = words('options_title');
render(<OptionsPage />, document.body);
void readGrants();
