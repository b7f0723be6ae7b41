import type { Settings } from '../../src/core/settings.ts';
import type { PortableKey } from '../../src/core/settings-file.ts';
import { locale, type WordKey, words } from '../../src/platform/words.ts';
import { sayCount } from '../say.ts';
import { ownName } from '../view/options/own-name.ts';
import { fillsOf } from '../view/options/week.ts';

const TITLES = {
  limit: 'options_limit',
  hostLimit: 'options_hostLimit',
  hostDelay: 'options_hostDelay',
  attempts: 'options_attempts',
  windows: 'options_schedule',
  skipDownloaded: 'options_skipDownloaded',
  historyItems: 'options_historyItems',
  historyDays: 'options_historyDays',
  conflict: 'options_conflict',
  altClick: 'options_altClick',
  takeOver: 'options_takeOver',
  menusOff: 'options_menus',
  theme: 'options_theme',
  language: 'options_language',
  badge: 'options_badge',
  notifyDone: 'options_notifyDone',
  notifyFailed: 'options_notifyFailed',
} as const satisfies Record<PortableKey, WordKey>;

const CHOICES = {
  rename: 'options_conflictRename',
  skip: 'options_conflictSkip',
  ask: 'options_conflictAsk',
  system: 'options_themeSystem',
  light: 'options_themeLight',
  dark: 'options_themeDark',
  count: 'options_badgeCount',
  percent: 'options_badgePercent',
} as const satisfies Record<Settings['conflict' | 'theme' | 'badge'], WordKey>;

export function settingTitle(key: PortableKey): string {
  return words(TITLES[key]);
}

/** A value in few words: for a comparison, not for every detail. */
export function settingValue(key: PortableKey, settings: Settings): string {
  switch (key) {
    case 'windows':
      return hoursText(settings.windows);
    case 'takeOver':
      return sayCount('options_valueSites', settings.takeOver.sites.length);
    case 'menusOff':
      return sayCount('options_valueHidden', settings.menusOff.length);
    case 'language':
      return settings.language === 'browser' ? words('options_languageBrowser') : ownName(settings.language);
    case 'conflict':
    case 'theme':
    case 'badge':
      return words(CHOICES[settings[key]]);
    case 'skipDownloaded':
    case 'altClick':
    case 'notifyDone':
    case 'notifyFailed':
      return words(settings[key] ? 'options_valueOn' : 'options_valueOff');
    default:
      return new Intl.NumberFormat(locale()).format(settings[key]);
  }
}

/** How much of a week the queue may work. */
export function hoursText(windows: Settings['windows']): string {
  const open = fillsOf(windows).filter(fill => fill !== 'shut').length;
  return windows.length === 0 ? words('options_hoursAlways') : sayCount('options_hours', open);
}
