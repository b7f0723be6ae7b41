import { type WordKey, words } from '../../../src/platform/words.ts';
import { hoursText } from '../../options/setting-words.ts';
import { change, settings } from '../../options/settings.ts';
import { isSameWeek } from '../../view/options/week.ts';
import { WEEK_PRESETS, type WeekPreset } from '../../view/options/week-presets.ts';
import { FieldFault } from './field-fault.tsx';
import { OptionsSection } from './options-section.tsx';
import { ScheduleGrid } from './schedule-grid.tsx';

const PRESETS = [
  ['always', 'options_presetAlways'],
  ['nights', 'options_presetNights'],
  ['offWork', 'options_presetOffWork'],
  ['weekends', 'options_presetWeekends'],
] as const satisfies readonly (readonly [WeekPreset, WordKey])[];

/** When the queue may work. */
export function ScheduleSection() {
  const windows = settings.value?.windows;
  return (
    <OptionsSection
      id="schedule"
      title={words('options_schedule')}
      help={words('options_scheduleHelp')}
      keys={['windows']}
    >
      <div class="week-presets" role="group" aria-label={words('options_presets')}>
        {PRESETS.map(([preset, title]) => (
          <button
            key={preset}
            type="button"
            class="button button-small"
            disabled={windows === undefined}
            aria-pressed={windows !== undefined && isSameWeek(windows, WEEK_PRESETS[preset])}
            onClick={() => void change({ windows: WEEK_PRESETS[preset] })}
          >
            {words(title)}
          </button>
        ))}
      </div>
      {windows === undefined ? null : (
        <>
          <ScheduleGrid />
          <p class="week-foot">
            <span class="week-sum">{hoursText(windows)}</span>{' '}
            <span class="field-help">{words('options_weekKeys')}</span>
          </p>
        </>
      )}
      <FieldFault name="windows" />
    </OptionsSection>
  );
}
