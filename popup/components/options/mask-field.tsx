import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { FIELD_NAMES } from '../../../src/core/naming/mask.ts';
import type { MaskPreview } from '../../../src/messages/mask.ts';
import { words } from '../../../src/platform/words.ts';
import { FIELD_WORDS } from '../../view/options/field-words.ts';
import { inserted } from '../../view/options/insert-field.ts';
import { visibleName } from '../../view/visible-name.ts';

interface Props {
  value: string;
  preview: MaskPreview | null;
  onInput: (mask: string) => void;
  /** When the field is left, or Enter is pressed in it. */
  onChange?: (mask: string) => void;
  help: string;
  disabled?: boolean;
}

/** A field for a mask, with what is wrong in it at its place, and a button for each thing that can stand in it. */
export function MaskField({ value, preview, onInput, onChange, help, disabled }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const problem = value.trim() === '' ? null : (preview?.problem ?? null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const insert = (piece: string): void => {
    const at = input.current?.selectionStart ?? value.length;
    const typed = inserted({ text: value, from: at, to: input.current?.selectionEnd ?? at }, piece);
    caret.current = typed.from;
    onInput(typed.text);
  };
  return (
    <div class="text-field mask-field">
      <label for={id}>{words('rules_mask')}</label>
      <input
        ref={input}
        id={id}
        type="text"
        class="text-input mask-input"
        name="mask"
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        maxLength={1024}
        value={value}
        placeholder="*name*"
        disabled={disabled}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help`}
        onInput={event => onInput(event.currentTarget.value)}
        onChange={event => onChange?.(event.currentTarget.value)}
      />
      {problem === null ? (
        <p id={`${id}-help`} class="field-help">
          {help}
        </p>
      ) : (
        <p id={`${id}-help`} class="field-problem" role="alert">
          <Place mask={value} problem={problem} />
          {problem.message}
        </p>
      )}
      <div class="mask-pieces" role="group" aria-label={words('rules_insertLabel')}>
        {FIELD_NAMES.map(field => (
          <button
            key={field}
            type="button"
            class="chip mask-piece"
            title={words(FIELD_WORDS[field])}
            aria-label={words('rules_insert', `*${field}*`, words(FIELD_WORDS[field]))}
            disabled={disabled}
            onClick={() => insert(`*${field}*`)}
          >
            {`*${field}*`}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The mask once more, with what is wrong marked in it. */
function Place({ mask, problem }: { mask: string; problem: NonNullable<MaskPreview['problem']> }) {
  const { at, length } = problem;
  if (length === 0) return null;
  return (
    <code dir="ltr">
      {visibleName(mask.slice(0, at))}
      <mark>{visibleName(mask.slice(at, at + length))}</mark>
      {visibleName(mask.slice(at + length))}
    </code>
  );
}
