import { words } from '../../src/platform/words.ts';
import { allowSite, declineOffer, offeredHost } from '../site-access.ts';
import { focusAddBox } from './add-box.tsx';
import { Icon } from './icon.tsx';

/** One line that offers to ask the browser for access to a site, where it would help. */
export function PermissionOffer() {
  const host = offeredHost.value;
  if (host === null) return null;
  return (
    <section class="offer" aria-label={words('popup_allowSite', host)}>
      <Icon name="shield" />
      <p class="offer-text">{words('popup_offer', host)}</p>
      <div class="offer-buttons">
        <button
          type="button"
          class="button button-small"
          aria-label={words('popup_allowSite', host)}
          onClick={() => void allowSite(host).then(focusAddBox)}
        >
          {words('popup_allow')}
        </button>
        <button
          type="button"
          class="button button-small button-quiet"
          onClick={() => void declineOffer(host).then(focusAddBox)}
        >
          {words('popup_notForSite')}
        </button>
      </div>
    </section>
  );
}
