import type { Settings } from '../../../src/core/settings.ts';
import { settingFault } from '../../options/settings.ts';

/** What was wrong with the last change of a setting, beside its field; nothing where all is well. */
export function FieldFault({ name }: { name: keyof Settings }) {
  const fault = settingFault.value;
  return (
    <p id={`${name}-fault`} class="field-fault" role="alert">
      {fault?.key === name ? fault.text : ''}
    </p>
  );
}
