import { useId } from 'preact/hooks';

interface Props {
  label: string;
  name: string;
  value: string;
  onInput: (text: string) => void;
  /** When the field is left, or Enter is pressed in it. */
  onChange?: (text: string) => void;
  help?: string;
  problem?: string | null;
  placeholder?: string;
  disabled?: boolean;
}

/** A field of text with its name above it, and below it what it is for or what is wrong in it. */
export function TextField({
  label,
  name,
  value,
  onInput,
  onChange,
  help,
  problem = null,
  placeholder,
  disabled,
}: Props) {
  const id = useId();
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        class="text-input"
        name={name}
        value={value}
        dir="auto"
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        disabled={disabled}
        aria-invalid={problem !== null}
        aria-describedby={problem !== null || help !== undefined ? `${id}-help` : undefined}
        onInput={event => onInput(event.currentTarget.value)}
        onChange={event => onChange?.(event.currentTarget.value)}
      />
      <FieldNote id={`${id}-help`} help={help} problem={problem} />
    </div>
  );
}

/** What is wrong comes in the place of what a field is for. */
export function FieldNote({ id, help, problem }: { id: string; help: string | undefined; problem: string | null }) {
  if (problem !== null)
    return (
      <p id={id} class="field-problem" role="alert">
        {problem}
      </p>
    );
  return help === undefined ? null : (
    <p id={id} class="field-help">
      {help}
    </p>
  );
}
