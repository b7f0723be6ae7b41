import { words } from '../../../src/platform/words.ts';
import { controlAll } from '../../commands.ts';
import { sayCount } from '../../say.ts';
import { running, summary } from '../../store.ts';
import { percentText, speedText } from '../../view/progress-text.ts';
import { allAction } from '../../view/sections.ts';
import { focusAddBox } from '../adding/add-box.tsx';
import { Facts } from '../facts.tsx';
import { Icon } from '../icon.tsx';
import { Mark } from '../mark.tsx';
import { ProgressBar } from '../progress-bar.tsx';

/** The name, what runs in all or that everything is paused, and the one button for all. */
export function PopupHeader() {
  const isHeld = summary.value?.hold === true;
  const now = running.value;
  const count = now === null ? '' : sayCount('popup_downloading', now.count);
  return (
    <header class={isHeld ? 'popup-header popup-header-held' : 'popup-header'}>
      <Mark />
      <div class="popup-title">
        <h1>{words('popup_title')}</h1>
        {isHeld ? <p class="popup-overall">{words('popup_held')}</p> : null}
        {isHeld || now === null ? null : (
          <p class="popup-overall figures">
            <Facts facts={now.speed === null ? [count] : [count, speedText(now.speed)]} />
          </p>
        )}
      </div>
      <AllButton isHeld={isHeld} />
      {now === null ? null : (
        <ProgressBar
          label={words('popup_overallLabel')}
          bar={{ percent: now.percent, text: now.percent === null ? count : percentText(now.percent), moving: true }}
        />
      )}
    </header>
  );
}

function AllButton({ isHeld }: { isHeld: boolean }) {
  const counts = summary.value?.counts;
  const action = counts === undefined ? null : allAction(counts, isHeld);
  if (action === null) return null;
  return (
    <button
      type="button"
      class={`button button-small ${isHeld ? 'button-main' : 'button-quiet'}`}
      onClick={() => void controlAll(action).then(keepFocus)}
    >
      <Icon name={action === 'pause' ? 'pause' : 'play'} />
      {words(action === 'pause' ? 'popup_pauseAll' : 'popup_resumeAll')}
    </button>
  );
}

/** With an empty list there is nothing more to pause: the button is gone. */
function keepFocus(): void {
  if (document.activeElement === document.body) focusAddBox();
}
