import { useRef } from 'preact/hooks';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { differences } from '../../../src/core/settings-file.ts';
import { words } from '../../../src/platform/words.ts';
import { settings } from '../../options/settings.ts';
import { importFault, readImport, saveExport } from '../../options/settings-import.ts';
import { changeWithUndo } from '../../options/undoing.ts';
import { MessageBar } from '../message-bar.tsx';
import { ImportOffer } from './import-offer.tsx';
import { OptionsSection } from './options-section.tsx';

/** All settings as a file, from a file, and back to how they were at first. */
export function BackupSection() {
  const box = useRef<HTMLInputElement>(null);
  const current = settings.value;
  const isReady = current !== null;
  return (
    <OptionsSection id="backup" title={words('options_backup')} help={words('options_backupHelp')}>
      <div class="options-buttons">
        <button type="button" class="button" disabled={!isReady} onClick={saveExport}>
          {words('options_export')}
        </button>
        <button type="button" class="button" disabled={!isReady} onClick={() => box.current?.click()}>
          {words('options_import')}
        </button>
        <button
          type="button"
          class="button"
          disabled={current === null || differences(current, DEFAULT_SETTINGS).length === 0}
          onClick={() => void resetAll()}
        >
          {words('options_resetAll')}
        </button>
      </div>
      <input
        ref={box}
        type="file"
        name="import"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void readImport(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      {importFault.value === null ? null : (
        <MessageBar tone="bad" onDismiss={() => (importFault.value = null)}>
          {importFault.value}
        </MessageBar>
      )}
      <ImportOffer />
    </OptionsSection>
  );
}

async function resetAll(): Promise<void> {
  if (settings.value === null) return;
  const changed = differences(settings.value, DEFAULT_SETTINGS);
  const set = Object.fromEntries(changed.map(key => [key, DEFAULT_SETTINGS[key]]));
  await changeWithUndo(set, words('options_saidResetAll'));
}
