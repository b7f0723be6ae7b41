import { changeSettings, isProblem, type Settings, type SettingsProblem } from './settings.ts';

const FORMAT = 'longhaul-settings';
const VERSION = 1;

/** Bytes of a file at most: a whole one has a few thousand. */
export const LARGEST_SETTINGS_FILE = 1_000_000;

/** That everything is paused is a state of the queue, and no business of another machine. */
export type PortableKey = Exclude<keyof Settings, 'hold'>;

export type SettingsFileProblem =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-a-settings-file' }
  | { readonly kind: 'other-version'; readonly version: string }
  | { readonly kind: 'unknown-entry'; readonly key: string }
  | SettingsProblem;

/** What a file would change: only what differs. */
export interface SettingsImport {
  readonly set: Partial<Settings>;
  readonly keys: readonly PortableKey[];
}

/** All settings that another machine may have, as a file that `readSettingsFile` reads. */
export function settingsFile(current: Settings): string {
  const settings = Object.fromEntries(portable(current).map(key => [key, current[key]]));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;
}

/** What the file's text would change of `current`, or the first thing that is wrong with it. What it lacks stays. */
export function readSettingsFile(text: string, current: Settings): SettingsImport | SettingsFileProblem {
  const file = parse(text);
  if (file === undefined) return { kind: 'not-json' };
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return { kind: 'not-a-settings-file' };
  const { format, version, settings, ...rest } = file as Record<string, unknown>;
  if (format !== FORMAT) return { kind: 'not-a-settings-file' };
  if (version !== VERSION) return { kind: 'other-version', version: String(version).slice(0, 20) };
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined) return { kind: 'unknown-entry', key: stranger.slice(0, 100) };
  const changed = changeSettings(current, settings);
  if (isProblem(changed)) return changed;
  if (changed.hold !== current.hold || 'hold' in Object(settings)) return { kind: 'unknown-setting', key: 'hold' };
  const keys = differences(current, changed);
  return { set: Object.fromEntries(keys.map(key => [key, changed[key]])), keys };
}

/** The settings that are not the same in both, in the order in which they are declared. */
export function differences(before: Settings, after: Settings): readonly PortableKey[] {
  return portable(before).filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

function portable(settings: Settings): readonly PortableKey[] {
  return (Object.keys(settings) as (keyof Settings)[]).filter(key => key !== 'hold');
}

/** undefined is nothing that JSON can say. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isNothingWrong(outcome: SettingsImport | SettingsFileProblem): outcome is SettingsImport {
  return 'set' in outcome;
}
