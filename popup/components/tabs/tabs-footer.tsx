import { words } from '../../../src/platform/words.ts';
import { sayCount } from '../../say.ts';
import { allowChosen, asked, chosen, leftOut } from '../../tabs-store.ts';
import { visibleName } from '../../view/visible-name.ts';
import { MessageBar } from '../message-bar.tsx';

/** Says which sites the browser will ask about, before it does. */
export function TabsFooter() {
  const count = chosen.value.size;
  return (
    <footer class="tabs-footer">
      <LeftOut />
      <p class="tabs-asks" role="status">
        {asksText(count)}
      </p>
      <button type="button" class="button button-main figures" disabled={count === 0} onClick={() => void go()}>
        {count === 0 ? words('tabs_goNone') : sayCount('tabs_go', count)}
      </button>
    </footer>
  );
}

function LeftOut() {
  const rows = leftOut.value;
  if (rows.length === 0) return null;
  const names = inOneLine([...new Set(rows.map(({ host, title }) => host || title))]);
  return <MessageBar tone="plain">{sayCount('tabs_leftOut', rows.length, names)}</MessageBar>;
}

function asksText(count: number): string {
  if (count === 0) return '';
  if (asked.value.length === 0) return words('tabs_asksNothing');
  return sayCount('tabs_asks', asked.value.length, inOneLine(asked.value));
}

function inOneLine(names: readonly string[]): string {
  return new Intl.ListFormat(words('popup_language'), { type: 'conjunction' }).format(names.map(visibleName));
}

async function go(): Promise<void> {
  const tabs = await allowChosen();
  if (tabs.length > 0) location.assign(`chooser.html?tabs=${tabs.join(',')}`);
}
