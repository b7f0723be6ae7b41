import { TABS, type Tab } from '../../../src/core/catalogue/narrow-rows.ts';
import { locale, type WordKey, words } from '../../../src/platform/words.ts';
import { wantsDetails } from '../../manager/details-shown.ts';
import { counts } from '../../manager/rows.ts';
import { search, tab } from '../../manager/table.ts';
import { Icon } from '../icon.tsx';
import { ColumnMenu } from './column-menu.tsx';

const TAB_WORDS = {
  all: 'manager_tabAll',
  running: 'manager_tabRunning',
  waiting: 'manager_tabWaiting',
  failed: 'manager_tabFailed',
  done: 'manager_tabDone',
} as const satisfies Record<Tab, WordKey>;

/** What narrows the table, and what it shows. */
export function ManagerTools() {
  return (
    <div class="manager-tools">
      <div class="manager-tabs" role="group" aria-label={words('manager_tabs')}>
        {TABS.map(name => (
          <button
            key={name}
            type="button"
            class={`manager-tab manager-tab-${name}`}
            aria-pressed={tab.value === name}
            onClick={() => (tab.value = name)}
          >
            {words(TAB_WORDS[name])}{' '}
            <span class="chip-count figures">{new Intl.NumberFormat(locale()).format(counts.value[name])}</span>
          </button>
        ))}
      </div>
      <SearchBox />
      <ColumnMenu />
      <button
        type="button"
        class="icon-button"
        aria-pressed={wantsDetails.value}
        title={words('details_show')}
        aria-label={words('details_show')}
        onClick={() => (wantsDetails.value = !wantsDetails.value)}
      >
        <Icon name="panel" />
      </button>
      <a class="icon-button" href="options.html" target="_blank" title={words('manager_settings')}>
        <Icon name="settings" />
        <span class="unseen">{words('manager_settings')}</span>
      </a>
    </div>
  );
}

/** Characters of a search; more would be a mistake. */
const LONGEST = 500;

function SearchBox() {
  return (
    <div class="manager-search">
      <Icon name="search" />
      <input
        type="search"
        spellcheck={false}
        autocomplete="off"
        maxLength={LONGEST}
        value={search.value}
        placeholder={words('manager_search')}
        aria-label={words('manager_searchLabel')}
        onInput={event => (search.value = event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') focusTable(event);
        }}
      />
    </div>
  );
}

/** From the search straight to what it has found. */
function focusTable(event: Event): void {
  const line = document.querySelector<HTMLElement>('.item-table [data-line][tabindex="0"]');
  if (line === null) return;
  event.preventDefault();
  line.focus();
}
