import { words } from '../../../src/platform/words.ts';
import { askToNotify, neverNotify, offersToNotify } from '../../notifying.ts';
import { offer } from '../../site-access.ts';
import { focusAddBox } from '../adding/add-box.tsx';
import { Icon } from '../icon.tsx';

/** One line that offers notifications, while something takes longer. One offer at a time is enough. */
export function NotifyOffer() {
  if (!offersToNotify.value || offer.value !== null) return null;
  return (
    <section class="offer" aria-label={words('notify_offer')}>
      <Icon name="bell" />
      <p class="offer-text">{words('notify_offer')}</p>
      <div class="offer-buttons">
        <button type="button" class="button button-small" onClick={() => void askToNotify().then(focusAddBox)}>
          {words('notify_yes')}
        </button>
        <button
          type="button"
          class="button button-small button-quiet"
          onClick={() => void neverNotify().then(focusAddBox)}
        >
          {words('notify_no')}
        </button>
      </div>
    </section>
  );
}
