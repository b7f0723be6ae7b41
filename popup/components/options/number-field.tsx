import { useEffect, useState } from 'preact/hooks';
import { SETTING_BOUNDS } from '../../../src/core/settings.ts';
import { words } from '../../../src/platform/words.ts';
import { change, settingFault, settings } from '../../options/settings.ts';
import { numberEntry } from '../../view/options/number-entry.ts';
import { FieldFault } from './field-fault.tsx';

interface Props {
  name: keyof typeof SETTING_BOUNDS;
  label: string;
  help: string;
  /** What the number counts, behind it. */
  unit: string;
}

export function NumberField({ name, label, help, unit }: Props) {
  const saved = settings.value?.[name];
  /** What was typed and is not accepted yet. */
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => setDraft(null), [saved]);
  const { least, most } = SETTING_BOUNDS[name];
  const enter = async (text: string): Promise<void> => {
    const value = numberEntry(text, SETTING_BOUNDS[name]);
    if (value === null) settingFault.value = { key: name, text: words('options_outOfBounds', least, most) };
    else if (await change({ [name]: value })) setDraft(null);
  };
  return (
    <div class="field field-line">
      <div class="field-text">
        <label for={name}>{label}</label>
        <p id={`${name}-help`} class="field-help">
          {help}
        </p>
        <FieldFault name={name} />
      </div>
      <span class="field-number">
        <input
          id={name}
          name={name}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          step={1}
          disabled={saved === undefined}
          value={draft ?? saved ?? ''}
          aria-invalid={settingFault.value?.key === name}
          aria-describedby={`${name}-help ${name}-unit ${name}-fault`}
          onInput={({ currentTarget }) => setDraft(currentTarget.value)}
          onChange={({ currentTarget }) => void enter(currentTarget.value)}
        />
        <span id={`${name}-unit`} class="field-unit">
          {unit}
        </span>
      </span>
    </div>
  );
}
