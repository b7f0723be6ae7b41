import { type WordKey, words } from '../../../src/platform/words.ts';
import { chosen, toggleTab } from '../../tabs-store.ts';
import { canChoose, type TabRow as Row, type TabState } from '../../view/tab-choice.ts';
import { visibleName } from '../../view/visible-name.ts';

const NOTES = {
  'needs-grant': 'tabs_needsGrant',
  unnamed: 'tabs_isUnnamed',
  closed: 'tabs_closed',
  asleep: 'tabs_asleep',
} as const satisfies Record<Exclude<TabState, 'readable'>, WordKey>;

/** `number` names the tab as long as the browser hides its title. */
export function TabRow({ row, number }: { row: Row; number: number }) {
  const { id, title, host, state } = row;
  return (
    <li class={`tab-row tab-row-${state}`}>
      <label>
        <input
          type="checkbox"
          disabled={!canChoose(row)}
          checked={chosen.value.has(id)}
          onChange={() => toggleTab(id)}
        />
        <span class="tab-what">
          <bdi class="tab-title">{visibleName(title.trim()) || host || words('tabs_unnamed', number)}</bdi>
          {host === '' ? null : <bdi class="tab-host">{host}</bdi>}
        </span>
        {state === 'readable' ? null : <span class="tab-note">{words(NOTES[state])}</span>}
      </label>
    </li>
  );
}
