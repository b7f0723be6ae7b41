import { useId } from 'preact/hooks';
import { FieldNote } from './text-field.tsx';

interface Props {
  label: string;
  name: string;
  value: string;
  /** '' among them is what is so without a choice. */
  choices: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
  help?: string;
  problem?: string | null;
  disabled?: boolean;
}

/** One of a few, with its name above it. */
export function PickField({ label, name, value, choices, onChange, help, problem = null, disabled }: Props) {
  const id = useId();
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="text-input"
        name={name}
        value={value}
        disabled={disabled}
        aria-describedby={problem !== null || help !== undefined ? `${id}-help` : undefined}
        onChange={event => onChange(event.currentTarget.value)}
      >
        {choices.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      <FieldNote id={`${id}-help`} help={help} problem={problem} />
    </div>
  );
}
