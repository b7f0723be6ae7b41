import { words } from '../../../src/platform/words.ts';
import { NumberField } from './number-field.tsx';
import { OptionsSection } from './options-section.tsx';

/** How much at once. */
export function LimitsSection() {
  return (
    <OptionsSection
      id="limits"
      title={words('options_limits')}
      help={words('options_limitsHelp')}
      keys={['limit', 'hostLimit', 'hostDelay']}
    >
      <NumberField
        name="limit"
        label={words('options_limit')}
        help={words('options_limitHelp')}
        unit={words('options_unitFiles')}
      />
      <NumberField
        name="hostLimit"
        label={words('options_hostLimit')}
        help={words('options_hostLimitHelp')}
        unit={words('options_unitFiles')}
      />
      <NumberField
        name="hostDelay"
        label={words('options_hostDelay')}
        help={words('options_hostDelayHelp')}
        unit={words('options_unitSeconds')}
      />
    </OptionsSection>
  );
}
