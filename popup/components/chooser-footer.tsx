import type { PageLinks } from '../../src/messages/protocol.ts';
import { words } from '../../src/platform/words.ts';
import { selected, sendSelected, shown, startsPaused, step } from '../chooser-store.ts';
import { sayCount } from '../say.ts';

export function ChooserFooter({ page }: { page: PageLinks }) {
  const now = step.value;
  const count = selected.value.size;
  const number = new Intl.NumberFormat();
  return (
    <footer class="chooser-footer">
      <p class="figures" role="status">
        {now.step === 'sending'
          ? words('chooser_sending', number.format(now.done), number.format(now.all))
          : selectedText(number)}
      </p>
      <label class="paused">
        <input
          type="checkbox"
          checked={startsPaused.value}
          onChange={event => (startsPaused.value = event.currentTarget.checked)}
        />
        {words('chooser_startPaused')}
      </label>
      <button
        type="button"
        class="button button-main figures"
        disabled={count === 0 || now.step === 'sending'}
        onClick={() => void sendSelected(page)}
      >
        {count === 0 ? words('chooser_sendNone') : sayCount('chooser_send', count)}
      </button>
    </footer>
  );
}

/** Says also how many of them the filter hides: they are sent all the same. */
function selectedText(number: Intl.NumberFormat): string {
  const count = selected.value.size;
  const hidden = count - shown.value.filter(index => selected.value.has(index)).length;
  return hidden === 0
    ? sayCount('chooser_selected', count)
    : words('chooser_selectedHidden', number.format(count), number.format(hidden));
}
