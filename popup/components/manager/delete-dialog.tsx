import { words } from '../../../src/platform/words.ts';
import { deleteFile } from '../../files.ts';
import { deleteAsked } from '../../manager/delete-asked.ts';
import { visibleName } from '../../view/visible-name.ts';
import { Modal } from './modal.tsx';

const TITLE = 'delete-title';

/** Asks whether the file of a line is to be deleted: the browser does it for good. */
export function DeleteDialog() {
  const item = deleteAsked.value;
  if (item === null) return null;
  const close = (): void => {
    deleteAsked.value = null;
  };
  return (
    <Modal labelId={TITLE} role="alertdialog" onClose={close}>
      <p id={TITLE}>{words('popup_deleteQuestion', visibleName(item.name))}</p>
      <div class="modal-answers">
        {/* The first has the focus. */}
        <button type="button" class="button" onClick={close}>
          {words('popup_keep')}
        </button>
        <button
          type="button"
          class="button button-danger"
          onClick={() => {
            close();
            void deleteFile(item);
          }}
        >
          {words('popup_delete')}
        </button>
      </div>
    </Modal>
  );
}
