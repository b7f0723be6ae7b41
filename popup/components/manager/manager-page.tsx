import { words } from '../../../src/platform/words.ts';
import { cursor } from '../../manager/selection.ts';
import { LiveRegion } from '../live-region.tsx';
import { Mark } from '../mark.tsx';
import { DetailsPane } from './details-pane.tsx';
import { ItemTable } from './item-table.tsx';

/** The whole queue, and the history, at work. */
export function ManagerPage() {
  return (
    <>
      <header class="manager-header">
        <Mark />
        <h1>{words('manager_title')}</h1>
      </header>
      <main class="manager-main">
        <ItemTable />
        {cursor.value === null ? null : <DetailsPane id={cursor.value} />}
      </main>
      <LiveRegion />
    </>
  );
}
