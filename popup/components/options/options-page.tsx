import { words } from '../../../src/platform/words.ts';
import { found } from '../../options/finding.ts';
import { settingFault } from '../../options/settings.ts';
import { LiveRegion } from '../live-region.tsx';
import { Mark } from '../mark.tsx';
import { MessageBar } from '../message-bar.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { BackupSection } from './backup-section.tsx';
import { CarrierSection } from './carrier-section.tsx';
import { HistorySection } from './history-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { MenuSection } from './menu-section.tsx';
import { NamingSection } from './naming-section.tsx';
import { NotifySection } from './notify-section.tsx';
import { OptionalPermissions } from './optional-permissions.tsx';
import { OptionsNav } from './options-nav.tsx';
import { OptionsSearch } from './options-search.tsx';
import { OptionsUndo } from './options-undo.tsx';
import { RetrySection } from './retry-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { ScheduleSection } from './schedule-section.tsx';
import { ShortcutSection } from './shortcut-section.tsx';
import { SiteGrants } from './site-grants.tsx';
import { TakeOverSection } from './take-over-section.tsx';

/** In the order of the page: the id, which addresses name, the title in the list at the side, and what is shown. */
const SECTIONS = [
  ['limits', 'options_limits', LimitsSection],
  ['schedule', 'options_schedule', ScheduleSection],
  ['retries', 'options_retries', RetrySection],
  ['carriers', 'options_carriers', CarrierSection],
  ['names', 'rules_namesTitle', NamingSection],
  ['rules', 'rules_title', RulesSection],
  ['take-over', 'rules_takeOver', TakeOverSection],
  ['notifications', 'options_notify', NotifySection],
  ['appearance', 'options_appearance', AppearanceSection],
  ['menus', 'options_menus', MenuSection],
  ['shortcuts', 'options_shortcuts', ShortcutSection],
  ['sites', 'access_title', SiteGrants],
  ['permissions', 'access_optionalTitle', OptionalPermissions],
  ['history', 'options_history', HistorySection],
  ['backup', 'options_backup', BackupSection],
] as const;

/** Each section reads and writes what it shows by itself. */
export function OptionsPage() {
  const fault = settingFault.value;
  return (
    <div class="options-page">
      <div class="options-side">
        <header class="options-header">
          <Mark />
          <h1>{words('options_title')}</h1>
        </header>
        <OptionsSearch />
        <OptionsNav sections={SECTIONS} />
      </div>
      <main class="options-main">
        {fault?.key === '' ? <MessageBar tone="bad">{fault.text}</MessageBar> : null}
        {found.value?.size === 0 ? <p class="options-none">{words('options_noneFound')}</p> : null}
        {SECTIONS.map(([id, , Section]) => (
          <Section key={id} />
        ))}
      </main>
      <OptionsUndo />
      <LiveRegion />
    </div>
  );
}
