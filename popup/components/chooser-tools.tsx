import { useEffect, useRef } from 'preact/hooks';
import { type WordKey, words } from '../../src/platform/words.ts';
import { choose, counts, filter, kind, rows, shown } from '../chooser-store.ts';
import { sayCount } from '../say.ts';
import { FILE_KINDS, type FileKind } from '../view/file-kind.ts';
import type { Choice } from '../view/match-links.ts';
import { Icon } from './icon.tsx';

const KIND_WORDS = {
  all: 'chooser_groupAll',
  images: 'chooser_groupImages',
  audio: 'chooser_groupAudio',
  video: 'chooser_groupVideo',
  archives: 'chooser_groupArchives',
  documents: 'chooser_groupDocuments',
  files: 'chooser_groupFiles',
  pages: 'chooser_groupPages',
} as const satisfies Record<FileKind | 'all', WordKey>;

const CHOICES = [
  ['all', 'chooser_selectAll'],
  ['none', 'chooser_selectNone'],
  ['invert', 'chooser_selectInvert'],
] as const satisfies readonly (readonly [Choice, WordKey])[];

/** What narrows the list, and what selects in it. */
export function ChooserTools({ leftOut }: { leftOut: number }) {
  const kinds = ['all' as const, ...FILE_KINDS.filter(name => counts.value[name] > 0)];
  return (
    <div class="tools">
      <FilterBox />
      <div class="chips" role="group" aria-label={words('chooser_groupsLabel')}>
        {kinds.map(name => (
          <Chip key={name} name={name} />
        ))}
      </div>
      <div class="tools-line">
        <p class="figures tools-count" role="status">
          {shownText()}
        </p>
        <div class="choices" role="group" aria-label={words('chooser_selectLabel')}>
          {CHOICES.map(([choice, key]) => (
            <button key={choice} type="button" class="button button-small" onClick={() => choose(choice)}>
              {words(key)}
            </button>
          ))}
        </div>
      </div>
      {leftOut === 0 ? null : <p class="left-out">{sayCount('chooser_leftOut', leftOut)}</p>}
    </div>
  );
}

function FilterBox() {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="filter">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        spellcheck={false}
        autocomplete="off"
        value={filter.value}
        placeholder={words('chooser_filterPlaceholder')}
        aria-label={words('chooser_filterLabel')}
        onInput={event => (filter.value = event.currentTarget.value)}
      />
    </div>
  );
}

function Chip({ name }: { name: FileKind | 'all' }) {
  const count = name === 'all' ? rows.value.length : counts.value[name];
  return (
    <button type="button" class="chip" aria-pressed={kind.value === name} onClick={() => (kind.value = name)}>
      {words(KIND_WORDS[name])} <span class="chip-count figures">{new Intl.NumberFormat().format(count)}</span>
    </button>
  );
}

function shownText(): string {
  const all = rows.value.length;
  const number = new Intl.NumberFormat();
  if (shown.value.length === all) return sayCount('chooser_links', all);
  return words('chooser_shown', number.format(shown.value.length), number.format(all));
}
