import type { ListedItem } from '../../../src/messages/listing.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { applyRemedy } from '../../remedies.ts';
import { grantedPatterns } from '../../site-access.ts';
import { type Remedy, remediesOf } from '../../view/remedy.ts';
import { visibleName } from '../../view/visible-name.ts';

const LABELS = {
  retry: 'popup_retryTip',
  allow: 'popup_allowSite',
  page: 'popup_openPage',
  'sign-in': 'popup_signIn',
  link: 'popup_openLink',
  list: 'danger_showList',
  folder: 'popup_openFolder',
  settings: 'popup_openSettings',
} as const satisfies Record<Remedy, WordKey>;

/** What can be done about a failure, beside the sentence that tells of it. */
export function RemedyButtons({ item, textId }: { item: ListedItem; textId: string }) {
  const remedies = remediesOf(item, grantedPatterns.value);
  if (remedies.length === 0) return null;
  const host = visibleName(new URL(item.url).hostname);
  return (
    <div class="row-question" role="group" aria-labelledby={textId}>
      <div class="row-answers">
        {remedies.map(remedy => (
          <button
            key={remedy}
            type="button"
            class="button button-small"
            data-place="settle"
            onClick={() => void applyRemedy(remedy, item)}
          >
            {words(LABELS[remedy], host)}
          </button>
        ))}
      </div>
    </div>
  );
}
