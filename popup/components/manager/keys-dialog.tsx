import { words } from '../../../src/platform/words.ts';
import { showsKeys } from '../../manager/acts.ts';
import { KEYS, shownChords } from '../../view/manager/keys.ts';
import { IconButton } from '../icon-button.tsx';
import { IS_MAC } from './act-entries.ts';
import { Modal } from './modal.tsx';

const TITLE = 'keys-title';

/** All keys of the table, from the same list by which they are heard. */
export function KeysDialog() {
  if (!showsKeys.value) return null;
  const close = (): void => {
    showsKeys.value = false;
  };
  return (
    <Modal labelId={TITLE} onClose={close}>
      <header class="modal-header">
        <h2 id={TITLE}>{words('acts_keys')}</h2>
        <IconButton icon="close" label={words('acts_close')} tip={words('acts_close')} onClick={close} />
      </header>
      <dl class="keys-list">
        {KEYS.map(({ act, word }) => (
          <div key={act} class="keys-row">
            <dt>{words(word)}</dt>
            <dd>
              {shownChords(act, IS_MAC).map(chord => (
                <kbd key={chord}>{chord}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
