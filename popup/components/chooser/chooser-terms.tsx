import { useId } from 'preact/hooks';
import { CONFLICTS } from '../../../src/core/naming/conflict.ts';
import { type WordKey, words } from '../../../src/platform/words.ts';
import { folderProblem, named, ruled, setTerms, terms } from '../../chooser/terms.ts';
import { visibleName } from '../../view/visible-name.ts';

const CONFLICT_WORDS = {
  rename: 'chooser_conflictRename',
  overwrite: 'chooser_conflictOverwrite',
  skip: 'chooser_conflictSkip',
  ask: 'chooser_conflictAsk',
} as const satisfies Record<(typeof CONFLICTS)[number], WordKey>;

/** Where the files go and what they are called, with what becomes of one of them. */
export function ChooserTerms() {
  const { mask, folder, conflict } = terms.value;
  return (
    <section class="terms" aria-label={words('chooser_terms')}>
      <div class="terms-fields">
        <FolderField />
        <MaskField />
        <label class="term">
          <span>{words('chooser_conflict')}</span>
          <select
            value={conflict ?? ''}
            onChange={event => {
              const { value } = event.currentTarget;
              setTerms({ conflict: CONFLICTS.find(each => each === value) ?? null });
            }}
          >
            <option value="">{words('chooser_conflictUsual')}</option>
            {CONFLICTS.map(each => (
              <option key={each} value={each}>
                {words(CONFLICT_WORDS[each])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="terms-preview">
        {mask === '' && folder === '' ? null : <Preview />}
        {ruled.value === '' ? null : <bdi class="fact">{ruled.value}</bdi>}
      </p>
    </section>
  );
}

function Preview() {
  const path = named.value?.path ?? null;
  if (path === null || folderProblem(terms.value) !== null) return null;
  const folder = terms.value.folder.trim().replace(/[\\/]+$/, '');
  const whole = visibleName(folder === '' ? path : `${folder}/${path}`);
  return (
    <span class="fact" title={whole}>
      {words('chooser_savedAs')} <bdi class="terms-path">{whole}</bdi>
    </span>
  );
}

function FolderField() {
  const id = useId();
  const problem = folderProblem(terms.value);
  return (
    <div class="term-box">
      <label class="term">
        <span>{words('chooser_folder')}</span>
        <input
          type="text"
          spellcheck={false}
          autocomplete="off"
          maxLength={500}
          value={terms.value.folder}
          placeholder={words('chooser_folderPlaceholder')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          onInput={event => setTerms({ folder: event.currentTarget.value })}
        />
      </label>
      {problem === null ? null : (
        <p id={id} class="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function MaskField() {
  const id = useId();
  const { mask } = terms.value;
  const problem = mask === '' ? null : (named.value?.problem ?? null);
  return (
    <div class="term-box">
      <label class="term">
        <span>{words('chooser_mask')}</span>
        <input
          type="text"
          spellcheck={false}
          autocomplete="off"
          maxLength={1024}
          value={mask}
          placeholder="*name*"
          title={named.value === null ? undefined : named.value.fields.map(field => `*${field}*`).join(' ')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          onInput={event => setTerms({ mask: event.currentTarget.value })}
        />
      </label>
      {problem === null ? null : (
        <p id={id} class="field-problem" role="alert">
          {problem.length === 0 ? null : (
            <code>
              {visibleName(mask.slice(0, problem.at))}
              <mark>{visibleName(mask.slice(problem.at, problem.at + problem.length))}</mark>
              {visibleName(mask.slice(problem.at + problem.length))}
            </code>
          )}
          {problem.message}
        </p>
      )}
    </div>
  );
}
