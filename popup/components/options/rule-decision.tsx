import { words } from '../../../src/platform/words.ts';
import { CONFLICTS } from '../../../src/core/naming/conflict.ts';
import { writeDraft } from '../../options/rule-editor.ts';
import { CONFLICT_WORDS } from '../../view/options/conflict-words.ts';
import { MASK_SAMPLES, placed } from '../../view/options/mask-samples.ts';
import type { RuleDraft } from '../../view/options/rule-draft.ts';
import { visibleName } from '../../view/visible-name.ts';
import { PickField } from './pick-field.tsx';
import { MaskField } from './mask-field.tsx';
import { TextField } from './text-field.tsx';
import { useMaskPreview } from './use-mask-preview.ts';

interface Props {
  draft: RuleDraft;
  /** What is wrong in a field, as the parser of rules calls it. */
  problemOf: (field: string) => string | null;
}

/** What is done with the links: what is left as usual stays as it would be without the rule. */
export function RuleDecision({ draft, problemOf }: Props) {
  const usual = ['', words('rules_asUsual')] as const;
  const preview = useMaskPreview(draft.mask, MASK_SAMPLES[0] ?? {});
  return (
    <fieldset class="rule-part">
      <legend>{words('rules_then')}</legend>
      <PickField
        label={words('rules_start')}
        name="start"
        value={draft.start}
        choices={[
          ['', words('rules_startUsual')],
          ['paused', words('rules_startPaused')],
          ['skip', words('rules_startSkip')],
        ]}
        onChange={start => void writeDraft({ start })}
      />
      <TextField
        label={words('rules_folder')}
        name="folder"
        value={draft.folder}
        onInput={folder => void writeDraft({ folder })}
        help={words('rules_folderHelp')}
        placeholder={words('chooser_folderPlaceholder')}
        problem={problemOf('then.folder')}
      />
      <MaskField
        value={draft.mask}
        preview={preview}
        onInput={mask => void writeDraft({ mask })}
        help={words('rules_maskHelp')}
      />
      {preview === null || preview.path === null || (draft.mask === '' && draft.folder === '') ? null : (
        <p class="rule-example">
          {words('rules_example')} <bdi>{visibleName(placed(draft.folder, preview.path))}</bdi>
        </p>
      )}
      <div class="rule-sizes">
        <PickField
          label={words('rules_priority')}
          name="priority"
          value={draft.priority}
          choices={[
            usual,
            ['high', words('rules_high')],
            ['normal', words('rules_normal')],
            ['low', words('rules_low')],
          ]}
          onChange={priority => void writeDraft({ priority })}
        />
        <PickField
          label={words('rules_conflict')}
          name="rule-conflict"
          value={draft.conflict}
          choices={[usual, ...CONFLICTS.map(each => [each, words(CONFLICT_WORDS[each])] as const)]}
          onChange={conflict => void writeDraft({ conflict })}
        />
      </div>
      <PickField
        label={words('rules_carrier')}
        name="carrier"
        value={draft.carrier}
        choices={[
          usual,
          ['background-fetch', words('rules_carrierFetch')],
          ['browser-download', words('rules_carrierBrowser')],
        ]}
        onChange={carrier => void writeDraft({ carrier })}
        help={words('rules_carrierHelp')}
      />
    </fieldset>
  );
}
