import type { ListedItem } from '../../../src/messages/listing.ts';
import { words } from '../../../src/platform/words.ts';
import { mayOpen, openFile, showFile } from '../../files.ts';
import type { RowView } from '../../view/row-view.ts';
import { FileName } from '../file-name.tsx';

interface Props {
  id: string;
  item: ListedItem;
  view: RowView;
}

/** The name; that of a file which is there opens it, or shows it in its folder as long as we may not open files. */
export function RowName({ id, item, view }: Props) {
  if (!view.hasFile) return <FileName id={id} name={view.name} title={item.url} />;
  const tip = words(mayOpen.value ? 'popup_openTip' : 'popup_showTip', item.path ?? '');
  return (
    <button
      type="button"
      class="file-button"
      data-place="file"
      title={tip}
      onClick={() => void (mayOpen.value ? openFile(item) : showFile(item))}
    >
      <FileName id={id} name={view.name} title={tip} />
    </button>
  );
}
