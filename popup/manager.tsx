import { render } from 'preact';
import { words } from '../src/platform/words.ts';
import { ManagerPage } from './components/manager/manager-page.tsx';
import { loadRows } from './manager/rows.ts';
import { setLanguage } from './say.ts';

setLanguage(document);
document.title = words('manager_title');
render(<ManagerPage />, document.body);
void loadRows();
