import { locale, words } from '../../../src/platform/words.ts';
import { counts, expected, isLoaded, ordered, silence } from '../../manager/rows.ts';
import { detailed } from '../../manager/details-shown.ts';
import { lines, showAll, shownCount } from '../../manager/table.ts';
import { sayCount } from '../../say.ts';
import { Icon } from '../icon.tsx';
import { LiveRegion } from '../live-region.tsx';
import { Mark } from '../mark.tsx';
import { MessageBar } from '../message-bar.tsx';
import { DetailsPane } from './details-pane.tsx';
import { ItemTable } from './item-table.tsx';
import { ManagerActs } from './manager-acts.tsx';
import { ManagerTools } from './manager-tools.tsx';

/** The whole queue, and the history, at work. */
export function ManagerPage() {
  return (
    <>
      <header class="manager-header">
        <Mark />
        <h1>{words('manager_title')}</h1>
        <p class="manager-count figures">{countText()}</p>
      </header>
      <main class="manager-main">
        <ManagerTools />
        {silence.value === null ? null : <MessageBar tone="bad">{silence.value}</MessageBar>}
        <div class="manager-body">
          {isLoaded.value && lines.value.length === 0 ? <Nothing /> : <ItemTable />}
          {detailed.value === null ? null : <DetailsPane key={detailed.value} id={detailed.value} />}
        </div>
      </main>
      <ManagerActs />
      <LiveRegion />
    </>
  );
}

function countText(): string {
  const number = new Intl.NumberFormat(locale());
  if (!isLoaded.value) return '';
  if (expected.value !== null)
    return words('manager_reading', number.format(ordered.value.length), number.format(expected.value));
  return sayCount('manager_shown', shownCount.value);
}

function Nothing() {
  const isEmpty = counts.value.all === 0;
  return (
    <div class="manager-nothing">
      <Icon name={isEmpty ? 'arrow-down' : 'search'} />
      <h2>{words(isEmpty ? 'manager_empty' : 'manager_nothingFound')}</h2>
      {isEmpty ? (
        <p>{words('manager_emptyHelp')}</p>
      ) : (
        <button
          type="button"
          class="button"
          onClick={() => {
            showAll();
            document.querySelector<HTMLInputElement>('.manager-search input')?.focus();
          }}
        >
          {words('manager_showAll')}
        </button>
      )}
    </div>
  );
}
