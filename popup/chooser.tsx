import { render } from 'preact';
import { words } from '../src/platform/words.ts';
import { readPage } from './chooser-store.ts';
import { ChooserPage } from './components/chooser-page.tsx';
import { setLanguage } from './say.ts';
import { tabOf } from './view/tab-of.ts';

const tabId = tabOf(location.search);

setLanguage(document);
document.title = words('chooser_title');
render(<ChooserPage readAgain={() => void readPage(tabId)} />, document.body);
void readPage(tabId);
