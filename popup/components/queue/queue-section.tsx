import { locale, type WordKey, words } from '../../../src/platform/words.ts';
import { clearFinished } from '../../commands.ts';
import { lookedAt, showMore, tracks } from '../../store.ts';
import type { Folded } from '../../view/fold.ts';
import type { Section } from '../../view/sections.ts';
import { focusAddBox } from '../adding/add-box.tsx';
import { GroupRow } from './group-row.tsx';
import { QueueRow } from './queue-row.tsx';
import { ShowMore } from './show-more.tsx';

const HEADINGS = {
  running: 'popup_sectionRunning',
  waiting: 'popup_sectionWaiting',
  failed: 'popup_sectionFailed',
  done: 'popup_sectionDone',
} as const satisfies Record<Section, WordKey>;

interface Props {
  section: Section;
  list: Folded;
  current: string | null;
}

export function QueueSection({ section, list, current }: Props) {
  const { entries, total, more } = list;
  if (entries.length === 0) return null;
  return (
    <section class={`section section-${section}`} aria-labelledby={`section-${section}`}>
      <div class="section-head">
        <h2 id={`section-${section}`}>
          {words(HEADINGS[section])}{' '}
          <span class="section-count figures">{new Intl.NumberFormat(locale()).format(total)}</span>
        </h2>
        {section === 'done' ? <ClearButton /> : null}
      </div>
      <ul class="rows" aria-labelledby={`section-${section}`}>
        {entries.map(entry =>
          entry.kind === 'group' ? (
            <GroupRow key={entry.group.id} group={entry.group} first={entry.first} current={current} />
          ) : (
            <QueueRow
              key={entry.item.id}
              item={entry.item}
              seen={tracks.value.get(entry.item.id)}
              now={lookedAt.value}
              isCurrent={entry.item.id === current}
            />
          ),
        )}
      </ul>
      <ShowMore count={more} onClick={() => void showMore(section)} />
    </section>
  );
}

function ClearButton() {
  return (
    <button
      type="button"
      class="button button-small button-quiet"
      aria-label={words('popup_clearFinishedLabel')}
      title={words('popup_clearFinishedLabel')}
      onClick={() => void clear()}
    >
      {words('popup_clearFinished')}
    </button>
  );
}

async function clear(): Promise<void> {
  await clearFinished();
  if (document.activeElement === document.body) focusAddBox();
}
