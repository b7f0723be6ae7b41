import { render } from 'preact';
import { ManagerPage } from './components/manager/manager-page.tsx';
import { dress } from './dress.ts';
import { readLook } from './manager/look.ts';
import { loadRows } from './manager/rows.ts';
import { showLine } from './manager/showing.ts';
import { followSorting, search } from './manager/table.ts';
import { keepSpeedLog } from './manager/speed-log.ts';
import { startWatching } from './manager/watching.ts';

// On its way while the page is being made.
const loading = loadRows();
await dress('manager_title');
const asked = new URLSearchParams(location.search);
search.value = asked.get('q') ?? '';
// What the look says of the order of the rows is heeded when they come.
const looking = readLook();
followSorting();
render(<ManagerPage />, document.body);
startWatching();
keepSpeedLog();
await Promise.all([looking, loading]);
const item = asked.get('item');
if (item !== null) showLine(item);
