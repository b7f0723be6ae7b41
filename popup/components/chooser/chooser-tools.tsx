import { useEffect } from 'preact/hooks';
import { FILE_KINDS, type FileKind } from '../../../src/core/links/file-kind.ts';
import { locale, type WordKey, words } from '../../../src/platform/words.ts';
import { addBackgrounds, unasked } from '../../chooser/backgrounds.ts';
import { askSizes, asking, stopAsking } from '../../chooser/sizes.ts';
import {
  filter,
  isNarrowed,
  kinds,
  layout,
  narrow,
  readied,
  rows,
  select,
  shown,
  toggleKind,
} from '../../chooser/store.ts';
import { sayCount } from '../../say.ts';
import type { Change } from '../../view/selection.ts';
import { KIND_WORDS } from '../../kind-words.ts';
import { HostFilter } from './host-filter.tsx';
import { Icon } from '../icon.tsx';
import { PatternField } from './pattern-field.tsx';

const CHANGES = [
  ['all', 'chooser_selectAll'],
  ['none', 'chooser_selectNone'],
  ['invert', 'chooser_selectInvert'],
] as const satisfies readonly (readonly [Change, WordKey])[];

/** Characters that a remembered choice keeps. */
const LONGEST_TYPED = 1_000;

/** Only when asked for: the browser has to work out the style of every element. */
function BackgroundsButton() {
  if (unasked.value.length === 0) return null;
  return (
    <button
      type="button"
      class="chip chip-add"
      title={words('chooser_backgroundsHelp')}
      onClick={event => {
        // The button goes; what it adds to is the list of the chip before it.
        event.currentTarget.parentElement?.querySelector<HTMLElement>('.chip')?.focus();
        void addBackgrounds();
      }}
    >
      <span aria-hidden="true">+</span> {words('chooser_backgrounds')}
    </button>
  );
}

/** What narrows the list, and what selects in it. */
export function ChooserTools() {
  const { includeProblem, excludeProblem } = readied.value;
  return (
    <div class="tools">
      <div class="filters">
        <FilterBox />
        <PatternField name="include" label={words('chooser_include')} problem={includeProblem} />
        <PatternField name="exclude" label={words('chooser_exclude')} problem={excludeProblem} />
      </div>
      <div class="chips" role="group" aria-label={words('chooser_groupsLabel')}>
        <Chip name="all" />
        {FILE_KINDS.filter(name => kinds.value[name] > 0).map(name => (
          <Chip key={name} name={name} />
        ))}
        <BackgroundsButton />
        <HostFilter />
      </div>
      <div class="tools-line">
        <p class="figures tools-count" role="status">
          {shownText()}
        </p>
        <div class="choices" role="group" aria-label={words('chooser_selectLabel')}>
          <span class="choices-label" aria-hidden="true">
            {words('chooser_select')}
          </span>
          {CHANGES.map(([change, key]) => (
            <button key={change} type="button" class="button button-small" onClick={() => select(change)}>
              {words(key)}
            </button>
          ))}
          <SizesButton />
          <Layouts />
        </div>
      </div>
    </div>
  );
}

/** Where the focus goes when what had it is gone. */
export function focusFilter(): void {
  document.querySelector<HTMLInputElement>('.filter input')?.focus();
}

function FilterBox() {
  useEffect(focusFilter, []);
  return (
    <div class="filter">
      <Icon name="search" />
      <input
        type="search"
        spellcheck={false}
        autocomplete="off"
        maxLength={LONGEST_TYPED}
        value={filter.value.text}
        placeholder={words('chooser_filterPlaceholder')}
        aria-label={words('chooser_filterLabel')}
        onInput={event => narrow({ text: event.currentTarget.value })}
      />
    </div>
  );
}

function Chip({ name }: { name: FileKind | 'all' }) {
  const count = name === 'all' ? rows.value.length : kinds.value[name];
  const chosen = filter.value.kinds;
  const isOn = name === 'all' ? chosen.length === 0 : chosen.includes(name);
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={isOn}
      onClick={() => (name === 'all' ? narrow({ kinds: [] }) : toggleKind(name))}
    >
      {words(KIND_WORDS[name])} <span class="chip-count figures">{new Intl.NumberFormat(locale()).format(count)}</span>
    </button>
  );
}

const LAYOUTS = [
  ['list', 'chooser_layoutList', 'choose'],
  ['tiles', 'chooser_layoutTiles', 'tiles'],
] as const;

function Layouts() {
  return (
    <div class="layouts" role="group" aria-label={words('chooser_layout')}>
      {LAYOUTS.map(([name, key, icon]) => (
        <button
          key={name}
          type="button"
          class="layout"
          aria-label={words(key)}
          title={words(key)}
          aria-pressed={layout.value === name}
          onClick={() => (layout.value = name)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}

function SizesButton() {
  const now = asking.value;
  const number = new Intl.NumberFormat(locale());
  return (
    <button
      type="button"
      class="button button-small sizes-button figures"
      title={words('chooser_sizesTip')}
      onClick={() => (now === null ? void askSizes() : stopAsking())}
    >
      {now === null
        ? words('chooser_sizes')
        : words('chooser_sizesStop', number.format(now.done), number.format(now.all))}
    </button>
  );
}

function shownText(): string {
  const all = rows.value.length;
  const number = new Intl.NumberFormat(locale());
  if (!isNarrowed.value) return sayCount('chooser_links', all);
  return words('chooser_shown', number.format(shown.value.length), number.format(all));
}
