import type { Conflict } from './naming/conflict.ts';
import { MENU_ENTRIES, type MenuEntry, parseMenuEntries } from './menu-entry.ts';
import { parseTimeWindows, type TimeWindow } from './queue/time-window.ts';
import { parseTakeOver, TAKE_OVER_OFF, type TakeOverSettings } from './take-over/take-over-settings.ts';

/** Everything the user can set. Kept in `storage.local`; `parseSettings` makes any stored or sent value whole. */
export interface Settings {
  /** Items that may be live at once, of all hosts together. */
  readonly limit: number;
  /** Items that may talk to the hosts of one site (registrable domain) at once. */
  readonly hostLimit: number;
  /** Seconds between two starts at one site, at least; up to half as much again is added by chance. */
  readonly hostDelay: number;
  /** Attempts that may fail in a row before an item has failed for good. */
  readonly attempts: number;
  /** When the queue may work, in the user's local time; empty: always. */
  readonly windows: readonly TimeWindow[];
  /** The user has paused everything: nothing starts, and what is added is paused. */
  readonly hold: boolean;
  /** A file that lies in the history under the same name and size is not downloaded again. */
  readonly skipDownloaded: boolean;
  /** Items that have ended are remembered: so many at most, and so many days after the end; 0 days: for ever. */
  readonly historyItems: number;
  readonly historyDays: number;
  /** What becomes of a file whose name is taken. To overwrite is for single links and rules to say. */
  readonly conflict: Exclude<Conflict, 'overwrite'>;
  /** A link that is clicked with Alt held goes to the queue, on sites that are granted and not taken over. */
  readonly altClick: boolean;
  /** Which of the browser's own downloads come here instead. */
  readonly takeOver: TakeOverSettings;
  /** Entries that the right-click menus go without. */
  readonly menusOff: readonly MenuEntry[];
  /** `system`: as the browser is. */
  readonly theme: Theme;
  /** Of our pages, menus and notifications; `browser`: as the browser is. */
  readonly language: LanguageChoice;
  /** What stands on the toolbar button while files travel. */
  readonly badge: BadgeFigure;
  /** A notification when a group or the whole queue is done, and for a failure that needs the user. */
  readonly notifyDone: boolean;
  readonly notifyFailed: boolean;
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja', 'zh_CN', 'ar'] as const;
export const LANGUAGE_CHOICES = ['browser', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];
export const BADGE_FIGURES = ['count', 'percent'] as const;
export type BadgeFigure = (typeof BADGE_FIGURES)[number];

export const DEFAULT_SETTINGS: Settings = {
  limit: 4,
  hostLimit: 2,
  hostDelay: 0,
  attempts: 6,
  windows: [],
  hold: false,
  skipDownloaded: false,
  historyItems: 10_000,
  historyDays: 365,
  conflict: 'rename',
  altClick: true,
  takeOver: TAKE_OVER_OFF,
  menusOff: [],
  theme: 'system',
  language: 'browser',
  badge: 'count',
  notifyDone: true,
  notifyFailed: true,
};

export const CONFLICT_CHOICES = ['rename', 'skip', 'ask'] as const;

/** Settings of a few words each, and what they may be. */
const CHOICES = {
  conflict: CONFLICT_CHOICES,
  theme: THEMES,
  language: LANGUAGE_CHOICES,
  badge: BADGE_FIGURES,
} as const satisfies { readonly [K in 'conflict' | 'theme' | 'language' | 'badge']: readonly Settings[K][] };

/** The least and the most of each number. */
export const SETTING_BOUNDS = {
  limit: { least: 1, most: 16 },
  hostLimit: { least: 1, most: 16 },
  hostDelay: { least: 0, most: 3_600 },
  attempts: { least: 1, most: 100 },
  historyItems: { least: 10, most: 1_000_000 },
  historyDays: { least: 0, most: 36_500 },
} as const;

export type SettingsProblem =
  | { readonly kind: 'not-an-object' }
  | { readonly kind: 'unknown-setting'; readonly key: string }
  | { readonly kind: 'not-a-boolean'; readonly key: string }
  | { readonly kind: 'bad-windows' }
  | { readonly kind: 'not-one-of'; readonly key: string; readonly choices: readonly string[] }
  | { readonly kind: 'not-a-list-of'; readonly key: string; readonly choices: readonly string[] }
  /** `field`: of `takeOver`, or that itself. */
  | { readonly kind: 'bad-take-over'; readonly field: string }
  | { readonly kind: 'out-of-bounds'; readonly key: string; readonly least: number; readonly most: number };

/** `current` with what `set` changes, or the first thing that is wrong with `set`. Nothing is changed by halves. */
export function changeSettings(current: Settings, set: unknown): Settings | SettingsProblem {
  if (typeof set !== 'object' || set === null || Array.isArray(set)) return { kind: 'not-an-object' };
  let changed = current;
  for (const [key, value] of Object.entries(set)) {
    const next = changeOne(changed, key, value);
    if (isProblem(next)) return next;
    changed = next;
  }
  return changed;
}

export function isProblem(outcome: Settings | SettingsProblem): outcome is SettingsProblem {
  return 'kind' in outcome;
}

/** Settings from storage: what is missing, unknown or out of bounds there falls back to the default, key by key. */
export function parseSettings(stored: unknown): Settings {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return entries.reduce<Settings>((settings, [key, value]) => {
    const next = changeOne(settings, key, value);
    return isProblem(next) ? settings : next;
  }, DEFAULT_SETTINGS);
}

function changeOne(current: Settings, key: string, value: unknown): Settings | SettingsProblem {
  switch (key) {
    case 'limit':
    case 'hostLimit':
    case 'hostDelay':
    case 'attempts':
    case 'historyItems':
    case 'historyDays': {
      const { least, most } = SETTING_BOUNDS[key];
      return isWithin(value, least, most) ? { ...current, [key]: value } : { kind: 'out-of-bounds', key, least, most };
    }
    case 'hold':
    case 'skipDownloaded':
    case 'altClick':
    case 'notifyDone':
    case 'notifyFailed':
      return typeof value === 'boolean' ? { ...current, [key]: value } : { kind: 'not-a-boolean', key };
    case 'conflict':
    case 'theme':
    case 'language':
    case 'badge': {
      const choices: readonly unknown[] = CHOICES[key];
      return choices.includes(value)
        ? { ...current, [key]: value }
        : { kind: 'not-one-of', key, choices: CHOICES[key] };
    }
    case 'windows': {
      const windows = parseTimeWindows(value);
      return windows === null ? { kind: 'bad-windows' } : { ...current, windows };
    }
    case 'takeOver': {
      const takeOver = parseTakeOver(value);
      return 'wrong' in takeOver ? { kind: 'bad-take-over', field: takeOver.wrong } : { ...current, takeOver };
    }
    case 'menusOff': {
      const menusOff = parseMenuEntries(value);
      return menusOff === null ? { kind: 'not-a-list-of', key, choices: MENU_ENTRIES } : { ...current, menusOff };
    }
    default:
      return { kind: 'unknown-setting', key };
  }
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
