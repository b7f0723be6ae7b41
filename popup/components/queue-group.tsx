import type { WordKey } from '../../src/platform/words.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { clearFinished, groups, lookedAt, showMore, tracks } from '../store.ts';
import type { Group } from '../view/queue-groups.ts';
import { focusAddBox } from './add-box.tsx';
import { QueueRow } from './queue-row.tsx';

const HEADINGS = {
  running: 'popup_groupRunning',
  waiting: 'popup_groupWaiting',
  failed: 'popup_groupFailed',
  done: 'popup_groupDone',
} as const satisfies Record<Group, WordKey>;

interface Props {
  group: Group;
  current: string | null;
}

export function QueueGroup({ group, current }: Props) {
  const { items, total } = groups.value[group];
  if (items.length === 0) return null;
  const number = new Intl.NumberFormat();
  return (
    <section class={`group group-${group}`} aria-labelledby={`group-${group}`}>
      <div class="group-head">
        <h2 id={`group-${group}`}>
          {words(HEADINGS[group])} <span class="group-count figures">{number.format(total)}</span>
        </h2>
        {group === 'done' ? (
          <button
            type="button"
            class="button button-small button-quiet"
            aria-label={words('popup_clearFinishedLabel')}
            title={words('popup_clearFinishedLabel')}
            onClick={() => void clear()}
          >
            {words('popup_clearFinished')}
          </button>
        ) : null}
      </div>
      <ul class="rows" aria-labelledby={`group-${group}`}>
        {items.map(item => (
          <QueueRow
            key={item.id}
            item={item}
            seen={tracks.value.get(item.id)}
            now={lookedAt.value}
            isCurrent={item.id === current}
          />
        ))}
      </ul>
      {total > items.length ? (
        <button type="button" class="button button-quiet show-more" onClick={() => void showMore(group)}>
          {words('popup_showMoreOf', number.format(total - items.length))}
        </button>
      ) : null}
    </section>
  );
}

async function clear(): Promise<void> {
  await clearFinished();
  announce(words('popup_saidListEmptied'));
  if (document.activeElement === document.body) focusAddBox();
}
