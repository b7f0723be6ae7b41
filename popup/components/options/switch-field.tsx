import type { Settings } from '../../../src/core/settings.ts';
import { change, settingFault, settings } from '../../options/settings.ts';
import { FieldFault } from './field-fault.tsx';

/** Settings that are on or off. */
export type SwitchName = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

interface Props {
  name: SwitchName;
  label: string;
  help?: string;
  /** What is to be done before it is switched on, within the click; where it answers false the switch goes back. */
  before?: () => Promise<boolean>;
}

export function SwitchField({ name, label, help, before }: Props) {
  const isRefused = settingFault.value?.key === name;
  return (
    <div class="field">
      <label class="option-switch">
        <input
          type="checkbox"
          name={name}
          disabled={settings.value === null}
          checked={settings.value?.[name] === true}
          aria-invalid={isRefused}
          aria-describedby={`${name}-help ${name}-fault`}
          onChange={({ currentTarget }) => void switchOver(name, currentTarget, before)}
        />
        {label}
      </label>
      {help === undefined ? null : (
        <p id={`${name}-help`} class="field-help field-help-switch">
          {help}
        </p>
      )}
      <FieldFault name={name} />
    </div>
  );
}

async function switchOver(name: SwitchName, box: HTMLInputElement, before: Props['before']): Promise<void> {
  const isOn = box.checked;
  if (isOn && before !== undefined && !(await before())) {
    box.checked = false;
    return;
  }
  if (!(await change({ [name]: isOn }))) box.checked = settings.value?.[name] === true;
}
