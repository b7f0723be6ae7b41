import { useId } from 'preact/hooks';
import { words } from '../../../src/platform/words.ts';
import { bytesOf, SIZE_UNITS, type TypedSize } from '../../view/options/typed-size.ts';
import { unitName } from '../../view/options/unit-name.ts';
import { FieldNote } from './text-field.tsx';

interface Props {
  label: string;
  name: string;
  value: TypedSize;
  onInput: (size: TypedSize) => void;
  /** When it is left. Not for what is no size. */
  onChange?: (size: TypedSize) => void;
  help?: string;
  problem?: string | null;
  disabled?: boolean;
}

/** A number with a unit beside it. */
export function SizeField({ label, name, value, onInput, onChange, help, problem = null, disabled }: Props) {
  const id = useId();
  const isNone = Number.isNaN(bytesOf(value));
  const said = isNone ? words('rules_badFigure', value.figure) : problem;
  const done = (size: TypedSize): void => {
    if (!Number.isNaN(bytesOf(size))) onChange?.(size);
  };
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      <div class="size-field">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          class="text-input"
          name={name}
          value={value.figure}
          disabled={disabled}
          aria-invalid={said !== null}
          aria-describedby={said !== null || help !== undefined ? `${id}-help` : undefined}
          onInput={event => onInput({ ...value, figure: event.currentTarget.value })}
          onChange={event => done({ ...value, figure: event.currentTarget.value })}
        />
        <select
          class="text-input"
          aria-label={words('rules_unitOf', label)}
          value={value.unit}
          disabled={disabled}
          onChange={event => {
            const unit = SIZE_UNITS.find(each => each === event.currentTarget.value) ?? value.unit;
            onInput({ ...value, unit });
            done({ ...value, unit });
          }}
        >
          {SIZE_UNITS.map(unit => (
            <option key={unit} value={unit}>
              {unitName(unit)}
            </option>
          ))}
        </select>
      </div>
      <FieldNote id={`${id}-help`} help={help} problem={said} />
    </div>
  );
}
