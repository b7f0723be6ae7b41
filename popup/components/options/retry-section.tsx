import { words } from '../../../src/platform/words.ts';
import { NumberField } from './number-field.tsx';
import { OptionsSection } from './options-section.tsx';

/** What becomes of a download that fails. */
export function RetrySection() {
  return (
    <OptionsSection
      id="retries"
      title={words('options_retries')}
      help={words('options_retriesHelp')}
      keys={['attempts']}
    >
      <NumberField
        name="attempts"
        label={words('options_attempts')}
        help={words('options_attemptsHelp')}
        unit={words('options_unitAttempts')}
      />
    </OptionsSection>
  );
}
