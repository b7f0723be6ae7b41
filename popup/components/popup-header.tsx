import { words } from '../../src/platform/words.ts';
import { say, sayCount } from '../say.ts';
import { control, running, summary } from '../store.ts';
import { speedText } from '../view/progress-text.ts';
import { allAction } from '../view/queue-groups.ts';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { ProgressBar } from './progress-bar.tsx';

/** The name, what runs in all, and the one button for all. */
export function PopupHeader() {
  const counts = summary.value?.counts;
  const action = counts === undefined ? null : allAction(counts);
  const now = running.value;
  const count = now === null ? '' : sayCount('popup_downloading', now.count);
  return (
    <header class="popup-header">
      <Mark />
      <div class="popup-title">
        <h1>{words('popup_title')}</h1>
        {now === null ? null : (
          <p class="popup-overall figures">
            <span class="fact">{count}</span>
            {now.speed === null ? null : <span class="fact">{say(speedText(now.speed))}</span>}
          </p>
        )}
      </div>
      {action === null ? null : (
        <button type="button" class="button button-small button-quiet" onClick={() => void control('all', action)}>
          <Icon name={action === 'pause' ? 'pause' : 'play'} />
          {words(action === 'pause' ? 'popup_pauseAll' : 'popup_resumeAll')}
        </button>
      )}
      {now === null ? null : (
        <ProgressBar
          label={words('popup_overallLabel')}
          bar={{ percent: now.percent, text: now.percent === null ? count : percentText(now.percent), moving: true }}
        />
      )}
    </header>
  );
}

function percentText(percent: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent' }).format(percent / 100);
}
