import { render } from 'preact';
import { words } from '../src/platform/words.ts';
import { TabsPage } from './components/tabs/tabs-page.tsx';
import { setLanguage } from './say.ts';
import { listTabs } from './tabs-store.ts';
import { tabsOf } from './view/tab-choice.ts';

setLanguage(document);
document.title = words('tabs_title');
render(<TabsPage />, document.body);
void listTabs(tabsOf(location.search));
