import type { Settings } from '../../../src/core/settings.ts';
import { change, settings } from '../../options/settings.ts';
import { FieldFault } from './field-fault.tsx';

interface Props<K extends 'theme' | 'badge'> {
  name: K;
  label: string;
  help: string;
  choices: readonly (readonly [value: Settings[K], label: string])[];
}

/** One of a few, all of which are seen. */
export function ChoiceField<K extends 'theme' | 'badge'>({ name, label, help, choices }: Props<K>) {
  const chosen = settings.value?.[name];
  return (
    <fieldset class="field field-line" aria-describedby={`${name}-help ${name}-fault`}>
      <legend class="unseen">{label}</legend>
      <div class="field-text">
        <span class="field-title" aria-hidden="true">
          {label}
        </span>
        <p id={`${name}-help`} class="field-help">
          {help}
        </p>
        <FieldFault name={name} />
      </div>
      <div class="segments">
        {choices.map(([value, title]) => (
          <label key={value} class="segment">
            <input
              type="radio"
              name={name}
              value={value}
              disabled={chosen === undefined}
              checked={chosen === value}
              onChange={() => void change({ [name]: value })}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
