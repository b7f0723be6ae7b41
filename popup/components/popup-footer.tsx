import { activeTabId, openChooser } from '../../src/platform/pages.ts';
import { words } from '../../src/platform/words.ts';
import { Icon } from './icon.tsx';
import { MoreWays } from './more-ways.tsx';

export function PopupFooter() {
  return (
    <footer class="popup-footer">
      <button type="button" class="button button-quiet choose-links" onClick={() => void chooseLinks()}>
        <Icon name="choose" />
        {words('popup_chooseLinks')}
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
