import { render } from 'preact';
import { TabsPage } from './components/tabs/tabs-page.tsx';
import { dress } from './dress.ts';
import { listTabs } from './tabs-store.ts';
import { tabsOf } from './view/tab-choice.ts';

await dress('tabs_title');
render(<TabsPage />, document.body);
void listTabs(tabsOf(location.search));
