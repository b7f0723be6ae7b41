import { words } from '../../../src/platform/words.ts';
import { undoable, undoLast } from '../../options/undoing.ts';
import { IconButton } from '../icon-button.tsx';

/** At the foot of the window, wherever the page is scrolled to: takes back what was done last. */
export function OptionsUndo() {
  const last = undoable.value;
  if (last === null) return null;
  return (
    <section class="options-undo" aria-label={words('popup_undoLabel')}>
      <p>{last.text}</p>
      <button type="button" class="button button-small" onClick={() => void undoLast()}>
        {words('popup_undo')}
      </button>
      <IconButton
        icon="close"
        label={words('popup_dismiss')}
        tip={words('popup_dismiss')}
        onClick={() => (undoable.value = null)}
      />
    </section>
  );
}
