import type { Settings } from '../../../src/core/settings.ts';
import { change, settingFault, settings } from '../../options/settings.ts';
import { FieldFault } from './field-fault.tsx';

/** Settings that are on or off. */
export type SwitchName = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

interface Props {
  name: SwitchName;
  label: string;
  help?: string;
  /** Where more than the setting decides whether it is on. */
  isOn?: boolean;
  /** Where more than the setting is to be changed; answers whether it was. Called within the click. */
  onSwitch?: (isOn: boolean) => Promise<boolean>;
}

export function SwitchField({ name, label, help, isOn, onSwitch }: Props) {
  const checked = isOn ?? settings.value?.[name] === true;
  const perform = onSwitch ?? ((wanted: boolean) => change({ [name]: wanted }));
  return (
    <div class="field">
      <label class="option-switch">
        <input
          type="checkbox"
          name={name}
          disabled={settings.value === null}
          checked={checked}
          aria-invalid={settingFault.value?.key === name}
          aria-describedby={help === undefined ? `${name}-fault` : `${name}-help ${name}-fault`}
          onChange={({ currentTarget }) => void switchOver(currentTarget, perform)}
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

/** The box has changed already: where nothing else did, it goes back. */
async function switchOver(box: HTMLInputElement, perform: (isOn: boolean) => Promise<boolean>): Promise<void> {
  const isOn = box.checked;
  if (!(await perform(isOn))) box.checked = !isOn;
}
