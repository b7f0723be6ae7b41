import { useRef } from 'preact/hooks';
import { COLUMNS } from '../../../src/core/catalogue/table-look.ts';
import { words } from '../../../src/platform/words.ts';
import { look, showColumn } from '../../manager/look.ts';
import { COLUMN_VIEWS } from '../../view/manager/columns.ts';
import { Icon } from '../icon.tsx';
import { putMenu } from '../menu-placing.ts';

/** A button that opens a list of columns, each to be shown or not. The browser closes it, and gives the focus back. */
export function ColumnMenu() {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div class="column-holder">
      <button ref={button} type="button" class="icon-button" popovertarget="columns" title={words('manager_columns')}>
        <Icon name="columns" />
        <span class="unseen">{words('manager_columns')}</span>
      </button>
      <div
        id="columns"
        class="menu column-menu"
        popover="auto"
        role="group"
        aria-label={words('manager_columns')}
        onToggle={({ currentTarget, newState }) => {
          if (newState === 'open' && button.current !== null)
            putMenu(currentTarget, button.current.getBoundingClientRect());
        }}
      >
        {COLUMNS.filter(column => column !== 'name').map(column => (
          <label key={column} class="menu-entry">
            <input
              type="checkbox"
              checked={look.value.columns.includes(column)}
              onChange={event => showColumn(column, event.currentTarget.checked)}
            />
            {words(COLUMN_VIEWS[column].label)}
          </label>
        ))}
      </div>
    </div>
  );
}
