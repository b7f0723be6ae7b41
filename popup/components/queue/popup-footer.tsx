import {
  activeTabId,
  openChooser,
  openOptions,
  openPanelHere,
  openQueue,
  openTabsPage,
} from '../../../src/platform/pages.ts';
import { words } from '../../../src/platform/words.ts';
import { refusal } from '../../commands.ts';
import { reasonOf } from '../../reason-of.ts';
import type { Surface } from '../../surface.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { MoreWays } from '../adding/more-ways.tsx';

/** The other ways in, and the way to the pages that have more room. */
export function PopupFooter({ surface }: { surface: Surface }) {
  /** What a button opens takes the place of the popup. The panel stays. */
  async function go(open: () => Promise<void>): Promise<void> {
    try {
      await open();
      if (surface === 'popup') globalThis.close();
    } catch (fault) {
      refusal.value = reasonOf(fault);
    }
  }
  return (
    <footer class="popup-footer">
      <div class="footer-line">
        <button type="button" class="button button-quiet choose-links" onClick={() => void go(chooseLinks)}>
          <Icon name="choose" />
          {words('popup_chooseLinks')}
        </button>
        <button
          type="button"
          class="button button-quiet open-manager"
          title={words('popup_managerTip')}
          onClick={() => void go(openQueue)}
        >
          {words('popup_manager')}
          <Icon name="open" />
        </button>
      </div>
      <div class="footer-line">
        <div class="more-ways">
          <button type="button" class="button button-quiet" onClick={() => void go(chooseTabs)}>
            {words('popup_chooseTabs')}
          </button>
          <MoreWays />
        </div>
        {surface === 'panel' ? null : (
          <IconButton
            icon="panel"
            label={words('panel_open')}
            tip={words('panel_open')}
            onClick={() => void go(openPanelHere)}
          />
        )}
        <IconButton
          icon="settings"
          label={words('popup_options')}
          tip={words('popup_options')}
          onClick={() => void go(openOptions)}
        />
      </div>
    </footer>
  );
}

async function chooseLinks(): Promise<void> {
  const tabId = await activeTabId();
  if (tabId !== null) await openChooser(tabId);
}

async function chooseTabs(): Promise<void> {
  await openTabsPage(await activeTabId());
}
