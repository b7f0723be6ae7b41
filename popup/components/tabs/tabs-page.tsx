import { words } from '../../../src/platform/words.ts';
import { isListed, nameTabs, rows, toggleAll, trouble } from '../../tabs-store.ts';
import { Icon } from '../icon.tsx';
import { LiveRegion } from '../live-region.tsx';
import { Mark } from '../mark.tsx';
import { MessageBar } from '../message-bar.tsx';
import { TabRow } from './tab-row.tsx';
import { TabsFooter } from './tabs-footer.tsx';

export function TabsPage() {
  return (
    <>
      <header class="tabs-header">
        <Mark />
        <div>
          <h1>{words('tabs_heading')}</h1>
          <p>{words('tabs_help')}</p>
        </div>
      </header>
      <main class="tabs-main">
        {trouble.value === null ? null : <MessageBar tone="bad">{trouble.value}</MessageBar>}
        <NameOffer />
        {isListed.value ? <TabList /> : null}
      </main>
      {isListed.value ? <TabsFooter /> : null}
      <LiveRegion />
    </>
  );
}

/** As long as the browser hides some of the tabs' names. */
function NameOffer() {
  if (rows.value.every(({ state }) => state !== 'unnamed')) return null;
  return (
    <section class="offer" aria-label={words('tabs_name')}>
      <Icon name="shield" />
      <p class="offer-text">{words('tabs_offer')}</p>
      <div class="offer-buttons">
        <button type="button" class="button button-small" onClick={() => void nameTabs()}>
          {words('tabs_name')}
        </button>
      </div>
    </section>
  );
}

function TabList() {
  if (rows.value.length === 0) return <p>{words('tabs_none')}</p>;
  return (
    <>
      <div class="tabs-choices" role="group" aria-label={words('chooser_selectLabel')}>
        <button type="button" class="button button-small" onClick={() => toggleAll(true)}>
          {words('chooser_selectAll')}
        </button>
        <button type="button" class="button button-small" onClick={() => toggleAll(false)}>
          {words('chooser_selectNone')}
        </button>
      </div>
      <ul class="tab-rows" aria-label={words('tabs_listLabel')}>
        {rows.value.map((row, index) => (
          <TabRow key={row.id} row={row} number={index + 1} />
        ))}
      </ul>
    </>
  );
}
