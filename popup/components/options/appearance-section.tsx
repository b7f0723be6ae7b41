import { words } from '../../../src/platform/words.ts';
import { ChoiceField } from './choice-field.tsx';
import { LanguageField } from './language-field.tsx';
import { OptionsSection } from './options-section.tsx';

/** How all pages look and speak. */
export function AppearanceSection() {
  return (
    <OptionsSection
      id="appearance"
      title={words('options_appearance')}
      help={words('options_appearanceHelp')}
      keys={['theme', 'language']}
    >
      <ChoiceField
        name="theme"
        label={words('options_theme')}
        help={words('options_themeHelp')}
        choices={[
          ['system', words('options_themeSystem')],
          ['light', words('options_themeLight')],
          ['dark', words('options_themeDark')],
        ]}
      />
      <LanguageField />
    </OptionsSection>
  );
}
