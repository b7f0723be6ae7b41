import type { ComponentChildren } from 'preact';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { differences, type PortableKey } from '../../../src/core/settings-file.ts';
import { words } from '../../../src/platform/words.ts';
import { found } from '../../options/finding.ts';
import { settings } from '../../options/settings.ts';
import { changeWithUndo } from '../../options/undoing.ts';

interface Props {
  /** What the address names it by: `options.html#schedule`. */
  id: string;
  title: string;
  help: string;
  /** The settings that stand in it, which can be put back to how they were at first. */
  keys?: readonly PortableKey[];
  children: ComponentChildren;
}

/** A part of the options, with what it is for in one line. */
export function OptionsSection({ id, title, help, keys = [], children }: Props) {
  return (
    <section id={id} class="options-section" aria-labelledby={`${id}-title`} hidden={found.value?.has(id) === false}>
      <div class="options-heading">
        <h2 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        <ResetButton id={id} title={title} keys={keys} />
      </div>
      <p class="options-help">{help}</p>
      {children}
    </section>
  );
}

/** There only where there is something to put back. */
function ResetButton({ id, title, keys }: Pick<Props, 'id' | 'title'> & { keys: readonly PortableKey[] }) {
  const current = settings.value;
  const changed = current === null ? [] : differences(current, DEFAULT_SETTINGS).filter(key => keys.includes(key));
  if (changed.length === 0) return null;
  const reset = async (): Promise<void> => {
    const set = Object.fromEntries(changed.map(key => [key, DEFAULT_SETTINGS[key]]));
    await changeWithUndo(set, words('options_saidResetOf', title));
    // The button has gone.
    document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
  };
  return (
    <button
      type="button"
      class="button button-quiet button-small"
      aria-label={words('options_resetOf', title)}
      onClick={() => void reset()}
    >
      {words('options_reset')}
    </button>
  );
}
