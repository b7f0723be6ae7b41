import { LANGUAGE_CHOICES, LANGUAGES } from '../../../src/core/settings.ts';
import { words } from '../../../src/platform/words.ts';
import { change, settings } from '../../options/settings.ts';
import { ownName, tagOf } from '../../view/options/own-name.ts';
import { FieldFault } from './field-fault.tsx';

/** Each language by its own name: who wants another one may not read this one. */
export function LanguageField() {
  const chosen = settings.value?.language;
  return (
    <div class="field field-line">
      <div class="field-text">
        <label for="language">{words('options_language')}</label>
        <p id="language-help" class="field-help">
          {words('options_languageHelp')}
        </p>
        <FieldFault name="language" />
      </div>
      <select
        id="language"
        name="language"
        class="field-select"
        disabled={chosen === undefined}
        value={chosen ?? 'browser'}
        aria-describedby="language-help language-fault"
        onChange={({ currentTarget }) => {
          const language = LANGUAGE_CHOICES.find(choice => choice === currentTarget.value);
          if (language !== undefined) void change({ language });
        }}
      >
        <option value="browser">{words('options_languageBrowser')}</option>
        {LANGUAGES.map(language => (
          <option key={language} value={language} lang={tagOf(language)}>
            {ownName(language)}
          </option>
        ))}
      </select>
    </div>
  );
}
