import type { Column } from '../../../src/core/catalogue/table-look.ts';
import { words } from '../../../src/platform/words.ts';
import { look, sortBy } from '../../manager/look.ts';
import { COLUMN_VIEWS } from '../../view/manager/columns.ts';
import { Icon } from '../icon.tsx';

/** The names of the columns: buttons that sort by them. */
export function TableHead() {
  return (
    <div class="item-head item-columns" role="row" aria-rowindex={1}>
      {look.value.columns.map((column, index) => (
        <Heading key={column} column={column} place={index + 1} />
      ))}
    </div>
  );
}

function Heading({ column, place }: { column: Column; place: number }) {
  const { label, sortKey, isFigure } = COLUMN_VIEWS[column];
  const { by, isDown } = look.value.sorting;
  const isSorted = by === sortKey;
  const order = isSorted ? (isDown ? 'descending' : 'ascending') : 'none';
  return (
    <div
      class={isFigure ? 'item-cell item-figure' : 'item-cell'}
      role="columnheader"
      aria-colindex={place}
      aria-sort={order}
    >
      <button type="button" class="item-sort" onClick={() => sortBy(sortKey)}>
        {words(label)}
        {isSorted ? <Icon name={isDown ? 'arrow-down' : 'arrow-up'} /> : null}
      </button>
    </div>
  );
}
