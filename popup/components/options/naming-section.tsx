import { useState } from 'preact/hooks';
import { staysInside } from '../../../src/core/links/parse-link.ts';
import { CONFLICT_CHOICES } from '../../../src/core/settings.ts';
import { words } from '../../../src/platform/words.ts';
import { changeRules, rules } from '../../options/rules.ts';
import { change, settingFault, settings } from '../../options/settings.ts';
import { CONFLICT_WORDS } from '../../view/options/conflict-words.ts';
import { MASK_SAMPLES } from '../../view/options/mask-samples.ts';
import { named, usualRule } from '../../view/options/usual-rule.ts';
import { PickField } from './pick-field.tsx';
import { MaskField } from './mask-field.tsx';
import { MaskPreviewList } from './mask-preview-list.tsx';
import { OptionsSection } from './options-section.tsx';
import { SwitchField } from './switch-field.tsx';
import { TextField } from './text-field.tsx';
import { useMaskPreview } from './use-mask-preview.ts';

/** How files are called for which no rule says it, and what becomes of a name that is taken. */
export function NamingSection() {
  return (
    <OptionsSection
      id="names"
      keys={['conflict', 'skipDownloaded']}
      title={words('rules_namesTitle')}
      help={words('rules_namesHelp')}
    >
      <UsualName />
      <Taken />
    </OptionsSection>
  );
}

/** Kept when a field is left, and only where both can be read. */
function UsualName() {
  const saved = rules.value === null ? null : (usualRule(rules.value)?.then ?? { mask: null, folder: null });
  const [typedMask, setMask] = useState<string | null>(null);
  const [typedFolder, setFolder] = useState<string | null>(null);
  const mask = typedMask ?? saved?.mask ?? '';
  const folder = typedFolder ?? saved?.folder ?? '';
  const preview = useMaskPreview(mask, MASK_SAMPLES[0] ?? {});
  const isInside = staysInside(folder.trim());
  const isChanged = mask !== (saved?.mask ?? '') || folder !== (saved?.folder ?? '');
  const canSave = isInside && (mask.trim() === '' || preview?.problem === null);
  const save = async (): Promise<void> => {
    const isSaved = await changeRules(
      all => named(all, mask, folder, words('rules_usualTitle')),
      words('options_saved'),
    );
    if (!isSaved) return;
    setMask(null);
    setFolder(null);
  };
  return (
    <form
      class="naming"
      onSubmit={event => {
        event.preventDefault();
        if (canSave) void save();
      }}
    >
      <MaskField
        value={mask}
        preview={preview}
        onInput={setMask}
        help={words('rules_maskHelp')}
        disabled={saved === null}
      />
      <TextField
        label={words('rules_folder')}
        name="usual-folder"
        value={folder}
        onInput={setFolder}
        help={words('rules_folderHelp')}
        placeholder={words('chooser_folderPlaceholder')}
        problem={isInside ? null : words('link_badFolder', folder)}
        disabled={saved === null}
      />
      <MaskPreviewList mask={mask} folder={isInside ? folder : ''} />
      <div class="form-buttons">
        <button type="submit" class="button button-main" aria-disabled={!isChanged || !canSave}>
          {words('rules_saveNames')}
        </button>
        {isChanged ? (
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              setMask(null);
              setFolder(null);
            }}
          >
            {words('rules_cancel')}
          </button>
        ) : null}
      </div>
    </form>
  );
}

function Taken() {
  const now = settings.value;
  const fault = settingFault.value;
  return (
    <div class="taken">
      <PickField
        label={words('rules_conflict')}
        name="conflict"
        value={now?.conflict ?? 'rename'}
        choices={CONFLICT_CHOICES.map(each => [each, words(CONFLICT_WORDS[each])])}
        onChange={value => {
          const conflict = CONFLICT_CHOICES.find(each => each === value);
          if (conflict !== undefined) void change({ conflict });
        }}
        help={words('rules_conflictHelp')}
        problem={fault?.key === 'conflict' ? fault.text : null}
        disabled={now === null}
      />
      <SwitchField name="skipDownloaded" label={words('rules_skipDownloaded')} />
    </div>
  );
}
