import { signal } from '@preact/signals';
import {
  isNothingWrong,
  LARGEST_SETTINGS_FILE,
  readSettingsFile,
  type SettingsFileProblem,
  settingsFile,
  type SettingsImport,
} from '../../src/core/settings-file.ts';
import { problemSentence } from '../../src/messages/problem-sentence.ts';
import { words } from '../../src/platform/words.ts';
import { reasonOf } from '../reason-of.ts';
import { settings } from './settings.ts';
import { changeWithUndo } from './undoing.ts';

/** A file that was read and waits for a yes. */
export const offered = signal<SettingsImport | null>(null);
export const importFault = signal<string | null>(null);

/** Reads a file. Nothing is changed yet. */
export async function readImport(file: File): Promise<void> {
  offered.value = null;
  importFault.value = null;
  try {
    const current = settings.value;
    if (current === null) return;
    const outcome = file.size > LARGEST_SETTINGS_FILE ? TOO_LARGE : readSettingsFile(await file.text(), current);
    if (isNothingWrong(outcome)) offered.value = outcome;
    else importFault.value = sentenceOf(outcome);
  } catch (fault) {
    importFault.value = reasonOf(fault);
  }
}

export async function applyImport(): Promise<void> {
  const wanted = offered.value;
  offered.value = null;
  if (wanted !== null) await changeWithUndo(wanted.set, words('options_saidImported'));
}

/** Gives the user a file of all settings. */
export function saveExport(): void {
  if (settings.value === null) return;
  const url = URL.createObjectURL(new Blob([settingsFile(settings.value)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'longhaul-settings.json';
  link.click();
  // The download has its own hold of the bytes by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const TOO_LARGE = { kind: 'not-a-settings-file' } as const;

function sentenceOf(problem: SettingsFileProblem): string {
  switch (problem.kind) {
    case 'not-json':
      return words('options_importNotJson');
    case 'not-a-settings-file':
      return words('options_importNotOurs');
    case 'other-version':
      return words('options_importVersion', problem.version);
    case 'unknown-entry':
      return words('options_importUnknown', problem.key);
    default:
      return words('options_importBad', problemSentence(problem, words));
  }
}
