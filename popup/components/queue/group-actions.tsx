import type { ListedGroup } from '../../../src/messages/listing.ts';
import { words } from '../../../src/platform/words.ts';
import { controlGroup } from '../../commands.ts';
import type { GroupView } from '../../view/group-view.ts';
import { IconButton } from '../icon-button.tsx';

interface Props {
  group: ListedGroup;
  view: GroupView;
}

/** What can be done with a group as one. It is under way, so that it can be cancelled; to remove it is one step more. */
export function GroupActions({ group, view }: Props) {
  const { title, toggle, canRetry } = view;
  const isPause = toggle === 'pause';
  return (
    <div class="row-actions">
      {canRetry ? (
        <IconButton
          place="retry"
          icon="retry"
          label={words('popup_groupRetry', title)}
          tip={words('popup_groupRetryTip')}
          onClick={() => void controlGroup(group.id, 'retry')}
        />
      ) : null}
      {toggle === null ? null : (
        <IconButton
          place="toggle"
          icon={isPause ? 'pause' : 'play'}
          label={words(isPause ? 'popup_groupPause' : 'popup_groupResume', title)}
          tip={words(isPause ? 'popup_groupPauseTip' : 'popup_groupResumeTip')}
          onClick={() => void controlGroup(group.id, toggle)}
        />
      )}
      <IconButton
        place="end"
        icon="close"
        label={words('popup_groupCancel', title)}
        tip={words('popup_groupCancelTip')}
        onClick={() => void controlGroup(group.id, 'cancel')}
      />
      <IconButton
        place="remove"
        icon="bin"
        label={words('popup_groupRemove', title)}
        tip={words('popup_groupRemoveTip')}
        onClick={() => void controlGroup(group.id, 'remove')}
      />
    </div>
  );
}
