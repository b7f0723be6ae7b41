import { words } from '../../../src/platform/words.ts';
import { allowSite, declineOffer, offer } from '../../site-access.ts';
import type { Why } from '../../view/permission-offer.ts';
import { focusAddBox } from '../adding/add-box.tsx';
import { Icon } from '../icon.tsx';

const REASONS = {
  referer: 'access_whyReferer',
  resume: 'access_whyResume',
  size: 'access_whySize',
} as const satisfies Record<Why, string>;

/** One line that offers to ask the browser for access to a site, where it would help, and says what for. */
export function PermissionOffer() {
  if (offer.value === null) return null;
  const { host, why } = offer.value;
  return (
    <section class="offer" aria-label={words('popup_allowSite', host)}>
      <Icon name="shield" />
      <p class="offer-text">{words(REASONS[why], host)}</p>
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
