import type { MenuEntry } from '../../../src/core/menu-entry.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { menuFault, menusOff, switchEntry } from '../../options/menu-choice.ts';
import { menuTitle } from '../../view/menu-title.ts';
import { MessageBar } from '../message-bar.tsx';
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
    <OptionsSection title={words('options_menus')} help={words('options_menusHelp')}>
      {menuFault.value === null ? null : <MessageBar tone="bad">{menuFault.value}</MessageBar>}
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
  const off = menusOff.value;
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
