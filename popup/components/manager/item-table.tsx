import { words } from '../../../src/platform/words.ts';
import { lines } from '../../manager/rows.ts';
import { tableEvents } from '../../manager/selection.ts';

/** The lines of the queue, of which only those in view are rendered. */
export function ItemTable() {
  return (
    <div class="item-table" role="grid" tabIndex={0} aria-label={words('manager_tableLabel')} {...tableEvents}>
      {lines.value.length}
    </div>
  );
}
