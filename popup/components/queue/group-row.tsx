import type { ListedGroup, ListedItem } from '../../../src/messages/listing.ts';
import { words } from '../../../src/platform/words.ts';
import { say } from '../../say.ts';
import { live, lookedAt, members, toggleGroup, tracks } from '../../store.ts';
import { groupView } from '../../view/group-view.ts';
import { speedTogether } from '../../view/overall.ts';
import { Facts } from '../facts.tsx';
import { GroupActions } from './group-actions.tsx';
import { GroupMembers } from './group-members.tsx';
import { Icon } from '../icon.tsx';
import { ProgressBar } from '../progress-bar.tsx';

interface Props {
  group: ListedGroup;
  first: ListedItem | null;
  /** The row that the Tab key finds: this one, or one of its files. */
  current: string | null;
}

/** All files of a group that is under way, as one; opened, it shows them below itself. */
export function GroupRow({ group, first, current }: Props) {
  const own = live.value.filter(item => item.group?.id === group.id);
  const view = groupView(group, first, speedTogether(own, tracks.value), lookedAt.value);
  const inside = members.value.get(group.id);
  const [rowId, titleId, listId] = [`row-${group.id}`, `name-${group.id}`, `files-${group.id}`];
  return (
    <li class="fold">
      <div
        id={rowId}
        class="row row-group"
        role="group"
        data-row={group.id}
        data-place="row"
        tabIndex={group.id === current ? 0 : -1}
        aria-labelledby={titleId}
      >
        <span class="badge badge-group" aria-hidden="true">
          <Icon name="stack" />
        </span>
        <div class="row-text">
          <button
            type="button"
            class="fold-button"
            data-place="open"
            title={words(inside === undefined ? 'popup_groupOpen' : 'popup_groupClose')}
            aria-expanded={inside !== undefined}
            aria-controls={inside === undefined ? undefined : listId}
            onClick={() => void toggleGroup(group.id)}
          >
            <bdi id={titleId} class="fold-title">
              {view.title}
            </bdi>
            <Icon name="chevron" />
          </button>
          <p class="row-facts figures">
            <Facts facts={view.facts} />
            {view.trouble === null ? null : <span class="fact fact-bad">{say(view.trouble)}</span>}
          </p>
        </div>
        <GroupActions group={group} view={view} />
        <ProgressBar label={view.title} bar={view.bar} />
      </div>
      {inside === undefined ? null : (
        <GroupMembers id={listId} group={group} labelledBy={titleId} inside={inside} current={current} />
      )}
    </li>
  );
}
