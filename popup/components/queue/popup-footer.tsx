import { activeTabId, openChooser, openTabsPage } from '../../../src/platform/pages.ts';
import { words } from '../../../src/platform/words.ts';
import { Icon } from '../icon.tsx';
import { MoreWays } from '../adding/more-ways.tsx';

export function PopupFooter() {
  return (
    <footer class="popup-footer">
      <button type="button" class="button button-quiet choose-links" onClick={() => void chooseLinks()}>
        <Icon name="choose" />
        {words('popup_chooseLinks')}
      </button>
      <button type="button" class="button button-quiet" onClick={() => void chooseTabs()}>
        {words('popup_chooseTabs')}
      </button>
      <MoreWays />
    </footer>
  );
}

async function chooseLinks(): Promise<void> {
  const tabId = await activeTabId();
  if (tabId === null) return;
  await openChooser(tabId);
  globalThis.close();
}

async function chooseTabs(): Promise<void> {
  await openTabsPage(await activeTabId());
  globalThis.close();
}
