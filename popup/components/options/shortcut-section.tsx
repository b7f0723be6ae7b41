import { openShortcutsPage, type Shortcut } from '../../../src/platform/shortcuts.ts';
import { words } from '../../../src/platform/words.ts';
import { shortcuts } from '../../options/shortcuts.ts';
import { OptionsSection } from './options-section.tsx';
import { SwitchField } from './switch-field.tsx';

/** The keys as the browser has them, and the way to its page where they are changed. */
export function ShortcutSection() {
  return (
    <OptionsSection id="shortcuts" title={words('options_shortcuts')} help={words('options_shortcutsHelp')}>
      <dl class="shortcuts">
        {(shortcuts.value ?? []).map(shortcut => (
          <ShortcutRow key={shortcut.name} shortcut={shortcut} />
        ))}
      </dl>
      <button type="button" class="button" onClick={() => void openShortcutsPage()}>
        {words('options_changeShortcuts')}
      </button>
      <SwitchField name="altClick" label={words('options_altClick')} />
    </OptionsSection>
  );
}

function ShortcutRow({ shortcut: { description, keys } }: { shortcut: Shortcut }) {
  return (
    <div class="shortcut">
      <dt>{description === '' ? words('options_openPopup') : description}</dt>
      <dd>
        {keys === '' ? (
          <span class="shortcut-unset">{words('options_noKey')}</span>
        ) : (
          <kbd class="shortcut-keys">{keys}</kbd>
        )}
      </dd>
    </div>
  );
}
