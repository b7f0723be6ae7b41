import { MENU_ENTRIES, type MenuEntry } from '../../../src/core/menu-entry.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { change, settings } from '../../options/settings.ts';
import { menuTitle } from '../../view/menu-title.ts';
import { FieldFault } from './field-fault.tsx';
import { OptionsSection } from './options-section.tsx';

type Titled = readonly [entry: MenuEntry, title: WordKey];

/** What is clicked, and the entries that are offered there. */
const PLACES = [
  [
    'options_onLink',
    [
      ['link', 'menuSendLink'],
      ['link-options', 'menuSendLinkOptions'],
    ],
  ],
  [
    'options_onImage',
    [
      ['image', 'menuSendImage'],
      ['image-options', 'menuSendImageOptions'],
    ],
  ],
  [
    'options_onAudio',
    [
      ['audio', 'menuSendAudio'],
      ['audio-options', 'menuSendAudioOptions'],
    ],
  ],
  [
    'options_onVideo',
    [
      ['video', 'menuSendVideo'],
      ['video-options', 'menuSendVideoOptions'],
    ],
  ],
  [
    'options_onSelection',
    [
      ['selection', 'menuSendSelection'],
      ['selection-options', 'menuSendSelectionOptions'],
    ],
  ],
  [
    'options_onPage',
    [
      ['page', 'menuChooseLinks'],
      ['frame', 'menuChooseFrame'],
    ],
  ],
  [
    'options_onButton',
    [
      ['choose-links', 'menuChooseLinks'],
      ['choose-tabs', 'menuChooseTabs'],
      ['open-queue', 'menuOpenQueue'],
      ['open-panel', 'menuOpenPanel'],
      ['pause-all', 'menuPauseAll'],
      ['resume-all', 'menuResumeAll'],
    ],
  ],
] as const satisfies readonly (readonly [place: WordKey, entries: readonly Titled[]])[];

/** A switch for each entry of the right-click menus. */
export function MenuSection() {
  return (
    <OptionsSection id="menus" title={words('options_menus')} help={words('options_menusHelp')}>
      <FieldFault name="menusOff" />
      <div class="menu-places">
        {PLACES.map(([place, entries]) => (
          <fieldset key={place} class="menu-place">
            <legend>{words(place)}</legend>
            {entries.map(([entry, title]) => (
              <EntrySwitch key={entry} entry={entry} title={title} />
            ))}
          </fieldset>
        ))}
      </div>
    </OptionsSection>
  );
}

function EntrySwitch({ entry, title }: { entry: MenuEntry; title: WordKey }) {
  const off = settings.value?.menusOff ?? null;
  return (
    <label class="option-switch">
      <input
        type="checkbox"
        name={entry}
        disabled={off === null}
        checked={off?.includes(entry) === false}
        onChange={event => void switchEntry(entry, event.currentTarget.checked)}
      />
      {menuTitle(words(title))}
    </label>
  );
}

function switchEntry(entry: MenuEntry, isOn: boolean): Promise<boolean> {
  const before = settings.value?.menusOff ?? [];
  return change({ menusOff: MENU_ENTRIES.filter(each => (each === entry ? !isOn : before.includes(each))) });
}
