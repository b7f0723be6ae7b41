import { type WordKey, words } from '../../../src/platform/words.ts';
import { Icon, type IconName } from '../icon.tsx';

const KEYS = 'Alt+Shift+K';

/** Teaches the ways in, when there is nothing else to show. */
export function EmptyState() {
  return (
    <section class="empty" aria-labelledby="empty-title">
      <h2 id="empty-title">{words('popup_emptyTitle')}</h2>
      <ul class="ways">
        <Way icon="link" first={words('popup_emptyPaste')} more="popup_emptyPasteMore" />
        <Way icon="pointer" first={words('popup_emptyMenu')} more="popup_emptyMenuMore" />
        <Way icon="keyboard" first={words('popup_emptyPage', KEYS)} more="popup_emptyPageMore" />
      </ul>
    </section>
  );
}

function Way({ icon, first, more }: { icon: IconName; first: string; more: WordKey }) {
  return (
    <li class="way">
      <span class="way-icon">
        <Icon name={icon} />
      </span>
      <span class="way-first">{first}</span>
      <span class="way-more">{words(more)}</span>
    </li>
  );
}
