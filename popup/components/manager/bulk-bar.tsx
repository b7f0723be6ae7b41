import { words } from '../../../src/platform/words.ts';
import { perform } from '../../manager/acts.ts';
import { openMenu } from '../../manager/menu.ts';
import { chosen, chosenSize, cursor, select, selected, selection } from '../../manager/selection.ts';
import { showLine } from '../../manager/showing.ts';
import { sayCount } from '../../say.ts';
import { barFor } from '../../view/manager/acts-for.ts';
import { ariaChord, chordFor } from '../../view/manager/keys.ts';
import { cleared } from '../../view/manager/selection.ts';
import { sizeText } from '../../view/sizes.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { ENTRIES, IS_MAC } from './act-entries.ts';

/** What can be done to all that is selected, as long as anything is. */
export function BulkBar() {
  return selected.value.size === 0 ? null : <Bar />;
}

function Bar() {
  return (
    <section class="bulk-bar" aria-label={words('acts_barLabel')} onKeyDown={leadInBar}>
      <p id="bulk-count" class="bulk-count figures">
        {sayCount('acts_selected', chosen.value.count)}
        <ChosenSize />
      </p>
      <div class="bulk-acts" role="toolbar" aria-labelledby="bulk-count">
        {barFor(chosen.value).map(act => {
          const { icon, label, key } = ENTRIES[act];
          return (
            <button
              key={act}
              type="button"
              class="button button-quiet button-small"
              aria-keyshortcuts={key === null ? undefined : ariaChord(key)}
              title={key === null ? undefined : `${words(label)} (${chordFor(key, IS_MAC)})`}
              onClick={() => void perform(act)}
            >
              <Icon name={icon} />
              {words(label)}
            </button>
          );
        })}
        <button
          type="button"
          class="icon-button"
          aria-label={words('acts_more')}
          title={words('menu_moreTip')}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => openMenu({ box: currentTarget.getBoundingClientRect(), edge: 'end' })}
        >
          <Icon name="more" />
        </button>
      </div>
      <IconButton icon="close" label={words('acts_clear')} tip={words('acts_clear')} onClick={clear} />
    </section>
  );
}

/** Nothing where no size is known. */
function ChosenSize() {
  const { bytes, isWhole } = chosenSize.value;
  if (bytes === 0) return null;
  const size = sizeText(bytes);
  return <span class="bulk-size">{isWhole ? size : words('acts_sizeAtLeast', size)}</span>;
}

function clear(): void {
  select(cleared(selection()));
  if (cursor.value !== null) showLine(cursor.value);
}

/** As in any toolbar: the arrow keys lead from button to button, Escape back to the list. */
function leadInBar(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  if (event.key === 'Escape') clear();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const here = buttons.findIndex(button => button === document.activeElement);
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[event.key] ?? 0;
  if (step === 0 || here === -1) return;
  buttons[(here + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
