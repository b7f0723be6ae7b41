import type { ListAnswer, ListedGroup } from '../../../src/messages/listing.ts';
import { lookedAt, showMore, tracks } from '../../store.ts';
import { QueueRow } from './queue-row.tsx';
import { ShowMore } from './show-more.tsx';

interface Props {
  id: string;
  group: ListedGroup;
  labelledBy: string;
  inside: ListAnswer;
  current: string | null;
}

/** The files of an open group, in the order in which they were sent: they do not move while they travel. */
export function GroupMembers({ id, group, labelledBy, inside, current }: Props) {
  const { items, total } = inside;
  return (
    <div id={id} class="fold-members">
      <ul class="rows" aria-labelledby={labelledBy} aria-busy={items.length === 0}>
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
      <ShowMore count={total - items.length} onClick={() => void showMore(group.id)} />
    </div>
  );
}
