import { locale, words } from '../../../src/platform/words.ts';
import { sendSelected, stopSending } from '../../chooser/sending.ts';
import { sizes } from '../../chooser/sizes.ts';
import { readied, selected, sendable, step } from '../../chooser/store.ts';
import { folderProblem, named, setTerms, terms } from '../../chooser/terms.ts';
import { sayCount } from '../../say.ts';
import { sizeText } from '../../view/sizes.ts';
import { totalOf } from '../../view/selection.ts';

export function ChooserFooter() {
  const now = step.value;
  const count = sendable.value.length;
  const number = new Intl.NumberFormat(locale());
  const isSending = now.step === 'sending';
  return (
    <footer class="chooser-footer">
      <p class="figures" role="status">
        {isSending ? words('chooser_sending', number.format(now.done), number.format(now.all)) : selectedText()}
      </p>
      <label class="paused">
        <input
          type="checkbox"
          checked={terms.value.isPaused}
          disabled={isSending}
          onChange={event => setTerms({ isPaused: event.currentTarget.checked })}
        />
        {words('chooser_startPaused')}
      </label>
      {isSending ? (
        <button type="button" class="button" onClick={stopSending}>
          {words('chooser_stop')}
        </button>
      ) : (
        <button
          type="button"
          class="button button-main figures"
          disabled={count === 0 || hasProblem()}
          onClick={() => void sendSelected()}
        >
          {count === 0 ? words('chooser_sendNone') : sayCount('chooser_send', count)}
        </button>
      )}
    </footer>
  );
}

/** What is wrong is told at its field. A pattern that does not work would send more than was wished. */
function hasProblem(): boolean {
  const { includeProblem, excludeProblem } = readied.value;
  if (includeProblem !== null || excludeProblem !== null || folderProblem(terms.value) !== null) return true;
  return terms.value.mask !== '' && named.value !== null && named.value.problem !== null;
}

/** Says also what is selected and not shown: it stays here. */
function selectedText(): string {
  const links = sendable.value;
  const hidden = selected.value.size - links.length;
  const { bytes, isWhole } = totalOf(
    links.map(({ url }) => url),
    sizes.value,
  );
  const counted = sayCount('chooser_selected', links.length);
  const size = bytes === 0 ? '' : isWhole ? sizeText(bytes) : words('chooser_atLeast', sizeText(bytes));
  const rest = hidden === 0 ? '' : sayCount('chooser_hidden', hidden);
  return [counted, size, rest].filter(part => part !== '').join(' · ');
}
