import { useId } from 'preact/hooks';
import type { PatternFault, PatternProblem } from '../../../src/core/rules/pattern.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { filter, narrow } from '../../chooser/store.ts';
import { visibleName } from '../../view/visible-name.ts';

interface Props {
  name: 'include' | 'exclude';
  label: string;
  problem: PatternProblem | null;
}

/** A field for globs or a regular expression, which says below itself what is wrong with them. */
export function PatternField({ name, label, problem }: Props) {
  const id = useId();
  return (
    <div class="pattern">
      <label>
        <span>{label}</span>
        <input
          type="text"
          spellcheck={false}
          autocomplete="off"
          value={filter.value[name]}
          placeholder={words('chooser_patternPlaceholder')}
          title={words('chooser_patternTip')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          onInput={event => narrow({ [name]: event.currentTarget.value })}
        />
      </label>
      {problem === null ? null : (
        <p id={id} class="field-problem" role="alert">
          {words(FAULT_WORDS[problem.problem], visibleName(problem.detail))}
        </p>
      )}
    </div>
  );
}

const FAULT_WORDS = {
  'pattern-empty': 'rules_patternEmpty',
  'pattern-long': 'rules_patternLong',
  'pattern-open': 'rules_patternOpen',
  'pattern-flags': 'rules_patternFlags',
  'pattern-syntax': 'rules_patternSyntax',
  'pattern-big': 'rules_patternBig',
} as const satisfies Record<PatternFault, WordKey>;
