import type { ListedItem } from '../../../src/messages/listing.ts';
import { openDownloadsList } from '../../../src/platform/pages.ts';
import { words } from '../../../src/platform/words.ts';
import { asksToDelete } from '../../files.ts';
import { say } from '../../say.ts';
import { rowView } from '../../view/row-view.ts';
import type { Track } from '../../view/speed.ts';
import { AccessQuestion } from './access-question.tsx';
import { ClashQuestion } from './clash-question.tsx';
import { DeleteQuestion } from './delete-question.tsx';
import { Facts } from '../facts.tsx';
import { FileBadge } from '../file-badge.tsx';
import { Icon } from '../icon.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { RemedyButtons } from './remedy-buttons.tsx';
import { RowActions } from './row-actions.tsx';
import { RowName } from './row-name.tsx';

interface Props {
  item: ListedItem;
  seen: Track | undefined;
  now: number;
  /** The row that the Tab key finds; the arrow keys lead on from it. */
  isCurrent: boolean;
}

export function QueueRow({ item, seen, now, isCurrent }: Props) {
  const view = rowView(item, seen, now);
  const nameId = `name-${item.id}`;
  return (
    <li
      class={`row row-${item.status}`}
      data-row={item.id}
      data-place="row"
      tabIndex={isCurrent ? 0 : -1}
      aria-labelledby={nameId}
    >
      <FileBadge kind={view.kind} extension={view.extension} />
      <div class="row-text">
        <RowName id={nameId} item={item} view={view} />
        <p class="row-facts figures">
          {view.host === null ? null : <bdi class="row-host">{view.host}</bdi>}
          <Facts facts={view.facts} />
        </p>
      </div>
      <RowActions item={item} view={view} />
      {view.bar === null ? null : <ProgressBar label={view.name} bar={view.bar} />}
      {view.amount === null && view.pace.length === 0 ? null : (
        <p class="row-pace figures">
          <bdi>{view.amount === null ? null : say(view.amount)}</bdi>
          <span class="row-speed">
            <Facts facts={view.pace} />
          </span>
        </p>
      )}
      {view.setback === null ? null : <p class="row-remark">{say(view.setback)}</p>}
      {view.trouble === null ? null : (
        <p id={`trouble-${item.id}`} class="row-trouble">
          {view.trouble}
        </p>
      )}
      <RemedyButtons item={item} textId={`trouble-${item.id}`} />
      {view.needs === null ? null : <AccessQuestion id={item.id} host={view.needs} textId={`trouble-${item.id}`} />}
      {view.danger === null ? null : (
        <div class="row-danger">
          <Icon name="alert" />
          <p>{view.danger}</p>
          <button type="button" class="button button-small" onClick={() => void openDownloadsList()}>
            {words('danger_showList')}
          </button>
        </div>
      )}
      {view.remark === null ? null : (
        <p class="row-remark" title={words('popup_wantedTip')}>
          {say(view.remark)}
        </p>
      )}
      {view.clash === null ? null : <ClashQuestion id={item.id} clash={view.clash} />}
      {view.hasFile && asksToDelete.value === item.id ? <DeleteQuestion item={item} name={view.name} /> : null}
    </li>
  );
}
