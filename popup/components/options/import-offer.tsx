import type { Settings } from '../../../src/core/settings.ts';
import type { PortableKey } from '../../../src/core/settings-file.ts';
import { words } from '../../../src/platform/words.ts';
import { settings } from '../../options/settings.ts';
import { applyImport, offered } from '../../options/settings-import.ts';
import { settingTitle, settingValue } from '../../options/setting-words.ts';

/** What a file would change, before it does. */
export function ImportOffer() {
  const wanted = offered.value;
  const current = settings.value;
  if (wanted === null || current === null) return null;
  const after: Settings = { ...current, ...wanted.set };
  return (
    <section class="import-offer" aria-labelledby="import-title">
      <h3 id="import-title">{words(wanted.keys.length === 0 ? 'options_importSame' : 'options_importChanges')}</h3>
      <dl class="import-changes">
        {wanted.keys.map(key => (
          <Change key={key} name={key} before={current} after={after} />
        ))}
      </dl>
      <div class="options-buttons">
        {wanted.keys.length === 0 ? null : (
          <button type="button" class="button button-main" onClick={() => void applyImport()}>
            {words('options_importApply')}
          </button>
        )}
        <button type="button" class="button" onClick={() => (offered.value = null)}>
          {words(wanted.keys.length === 0 ? 'popup_dismiss' : 'options_importCancel')}
        </button>
      </div>
    </section>
  );
}

function Change({ name, before, after }: { name: PortableKey; before: Settings; after: Settings }) {
  return (
    <div class="import-change">
      <dt>{settingTitle(name)}</dt>
      <dd>{words('options_importFromTo', settingValue(name, before), settingValue(name, after))}</dd>
    </div>
  );
}
