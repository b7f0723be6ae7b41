import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { cursor } from '../../manager/selection.ts';
import { showLine } from '../../manager/showing.ts';
import { dismissToast, toast, type Toast } from '../../manager/toast.ts';
import { IconButton } from '../icon-button.tsx';

/** ms for which a toast stays; none of it passes while the pointer or the focus is on it. */
const STAYS = 10_000;

/** What was done last, and the button that takes it back. The live region has said it already. */
export function ActToast() {
  const said = toast.value;
  return said === null ? null : <Said said={said} />;
}

function Said({ said }: { said: Toast }) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stay = (): void => clearTimeout(timer.current);
  const pass = (): void => {
    stay();
    timer.current = setTimeout(leave, STAYS);
  };
  useEffect(() => {
    pass();
    return stay;
  }, [said]);
  const { text, action } = said;
  return (
    <section
      class="toast"
      aria-label={words('acts_toastLabel')}
      onPointerEnter={stay}
      onPointerLeave={pass}
      onFocusIn={stay}
      onFocusOut={pass}
      onKeyDown={({ key }) => {
        if (key === 'Escape') leave();
      }}
    >
      <p class="toast-text">{text}</p>
      {action === null ? null : (
        <button
          type="button"
          class="button button-quiet button-small toast-act"
          onClick={() => {
            leave();
            void action.perform();
          }}
        >
          {words(action.label)}
        </button>
      )}
      <IconButton icon="close" label={words('popup_dismiss')} tip={words('popup_dismiss')} onClick={leave} />
    </section>
  );
}

/** The focus that was in the toast goes back to the list. */
function leave(): void {
  const hadFocus = document.activeElement?.closest('.toast') !== null;
  dismissToast();
  if (hadFocus && cursor.value !== null) showLine(cursor.value);
}
