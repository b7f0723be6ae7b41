import { words } from '../../../src/platform/words.ts';
import { clearFault, clearHistory } from '../../options/clearing.ts';
import { MessageBar } from '../message-bar.tsx';
import { NumberField } from './number-field.tsx';
import { OptionsSection } from './options-section.tsx';

/** What is remembered of downloads that have ended. */
export function HistorySection() {
  return (
    <OptionsSection
      id="history"
      title={words('options_history')}
      help={words('options_historyHelp')}
      keys={['historyItems', 'historyDays']}
    >
      <NumberField
        name="historyItems"
        label={words('options_historyItems')}
        help={words('options_historyItemsHelp')}
        unit={words('options_unitDownloads')}
      />
      <NumberField
        name="historyDays"
        label={words('options_historyDays')}
        help={words('options_historyDaysHelp')}
        unit={words('options_unitDays')}
      />
      {clearFault.value === null ? null : <MessageBar tone="bad">{clearFault.value}</MessageBar>}
      <div class="field field-line">
        <div class="field-text">
          <p class="field-title">{words('options_clear')}</p>
          <p class="field-help">{words('options_clearHelp')}</p>
        </div>
        <button type="button" class="button" onClick={() => void clearHistory()}>
          {words('options_clearNow')}
        </button>
      </div>
    </OptionsSection>
  );
}
