import { render } from 'preact';
import { ManagerPage } from './components/manager/manager-page.tsx';
import { dress } from './dress.ts';
import { readLook } from './manager/look.ts';
import { loadRows } from './manager/rows.ts';
import { showLine } from './manager/showing.ts';
import { followSorting, search } from './manager/table.ts';
import { keepSpeedLog } from './manager/speed-log.ts';
import { startWatching } from './manager/watching.ts';

await dress('manager_title');
const asked = new URLSearchParams(location.search);
search.value = asked.get('q') ?? '';
// The rows need no look to be read; what the look says of their order is heeded when they come.
const looking = readLook();
followSorting();
render(<ManagerPage />, document.body);
startWatching();
keepSpeedLog();
await Promise.all([looking, loadRows()]);
const item = asked.get('item');
if (item !== null) showLine(item);
