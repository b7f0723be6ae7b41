import type { ListedItem } from '../../../src/messages/listing.ts';
import { words } from '../../../src/platform/words.ts';
import { control } from '../../commands.ts';
import { pauseLosesBytes, type RowView } from '../../view/row-view.ts';
import { IconButton } from '../icon-button.tsx';
import { RowMenu } from './row-menu.tsx';

interface Props {
  item: ListedItem;
  view: RowView;
}

export function RowActions({ item, view }: Props) {
  const { name, toggle, canRetry, end } = view;
  const isPause = toggle === 'pause';
  const pauseTip = pauseLosesBytes(item) ? 'popup_pauseRestarts' : 'popup_pauseTip';
  const isAgain = item.status === 'done';
  const isCancel = end === 'cancel';
  return (
    <div class="row-actions">
      {canRetry ? (
        <IconButton
          place="retry"
          icon="retry"
          label={words(isAgain ? 'popup_again' : 'popup_retry', name)}
          tip={words(isAgain ? 'popup_againTip' : 'popup_retryTip')}
          onClick={() => void control([item.id], 'retry')}
        />
      ) : null}
      {toggle === null ? null : (
        <IconButton
          place="toggle"
          icon={isPause ? 'pause' : 'play'}
          label={words(isPause ? 'popup_pause' : 'popup_resume', name)}
          tip={words(isPause ? pauseTip : 'popup_resumeTip')}
          onClick={() => void control([item.id], toggle)}
        />
      )}
      <IconButton
        place="end"
        icon="close"
        label={words(isCancel ? 'popup_cancel' : 'popup_remove', name)}
        tip={words(isCancel ? 'popup_cancelTip' : 'popup_removeTip')}
        onClick={() => void control([item.id], end)}
      />
      <RowMenu item={item} view={view} />
    </div>
  );
}
