/** Everything the user can set. Kept in `storage.local`; `parseSettings` makes any stored or sent value whole. */
export interface Settings {
  /** Items that may be live at once, of all hosts together. */
  readonly limit: number;
  /** Attempts that may fail in a row before an item has failed for good. */
  readonly attempts: number;
}

export const DEFAULT_SETTINGS: Settings = { limit: 4, attempts: 6 };

const BOUNDS = {
  limit: { least: 1, most: 16 },
  attempts: { least: 1, most: 100 },
} as const satisfies Record<keyof Settings, { least: number; most: number }>;

export type SettingsProblem =
  | { readonly kind: 'not-an-object' }
  | { readonly kind: 'unknown-setting'; readonly key: string }
  | { readonly kind: 'out-of-bounds'; readonly key: string; readonly least: number; readonly most: number };

/** `current` with what `set` changes, or the first thing that is wrong with `set`. Nothing is changed by halves. */
export function changeSettings(current: Settings, set: unknown): Settings | SettingsProblem {
  if (typeof set !== 'object' || set === null || Array.isArray(set)) return { kind: 'not-an-object' };
  const changed: Record<keyof Settings, number> = { ...current };
  for (const [key, value] of Object.entries(set)) {
    if (!isKey(key)) return { kind: 'unknown-setting', key };
    const { least, most } = BOUNDS[key];
    if (!isWithin(value, least, most)) return { kind: 'out-of-bounds', key, least, most };
    changed[key] = value;
  }
  return changed;
}

/** Settings from storage: what is missing, unknown or out of bounds there falls back to the default, key by key. */
export function parseSettings(stored: unknown): Settings {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return entries.reduce<Settings>((settings, [key, value]) => {
    const next = changeSettings(settings, { [key]: value });
    return 'kind' in next ? settings : next;
  }, DEFAULT_SETTINGS);
}

function isKey(key: string): key is keyof Settings {
  return Object.hasOwn(BOUNDS, key);
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
