import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListedItem } from '../../../src/messages/listing.ts';
import { words } from '../../../src/platform/words.ts';
import { asksToDelete, deleteFile } from '../../files.ts';
import { focusRow } from './row-keys.ts';

interface Props {
  item: ListedItem;
  name: string;
}

/** Asks in the row itself whether its file is to be deleted: the browser does it for good. */
export function DeleteQuestion({ item, name }: Props) {
  const keep = useRef<HTMLButtonElement>(null);
  const textId = `delete-${item.id}`;
  useLayoutEffect(() => {
    keep.current?.focus();
    keep.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    // A row that goes takes its question along.
    return () => {
      if (asksToDelete.value === item.id) asksToDelete.value = null;
    };
  }, []);
  const close = (): void => {
    focusRow(item.id, 'more', true);
    asksToDelete.value = null;
  };
  return (
    <div
      class="row-question"
      role="alertdialog"
      tabIndex={-1}
      aria-labelledby={textId}
      onKeyDown={event => {
        // The keys of the list are none in here: the key that removes a row must not be taken for the answer.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <p id={textId}>{words('popup_deleteQuestion', name)}</p>
      <div class="row-answers">
        <button
          type="button"
          class="button button-small button-danger"
          data-place="more"
          onClick={() => {
            close();
            void deleteFile(item);
          }}
        >
          {words('popup_delete')}
        </button>
        <button ref={keep} type="button" class="button button-small" data-place="more" onClick={close}>
          {words('popup_keep')}
        </button>
      </div>
    </div>
  );
}
