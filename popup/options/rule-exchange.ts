import { signal } from '@preact/signals';
import type { Rule } from '../../src/core/rules/rule.ts';
import type { IMPORT_MODES } from '../../src/messages/rules.ts';
import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { reasonOf } from '../reason-of.ts';
import { ownRules, usualRule, withUsual } from '../view/options/usual-rule.ts';
import { changeRules, changeWithUndo } from './rules.ts';

/** A file of rules that was chosen, before anything is changed. */
export interface Offered {
  /** Its name. */
  readonly file: string;
  readonly rules: readonly Rule[];
  /** Not where it would be too much together with those that are there. */
  readonly canAppend: boolean;
}

export const offered = signal<Offered | null>(null);
/** Why a file is no list of rules. */
export const importFault = signal<string | null>(null);

/** Reads a file and shows what it would change. Nothing is lost by one that is no list of rules. */
export async function readRules(file: File): Promise<void> {
  offered.value = null;
  importFault.value = null;
  try {
    const text = await file.text();
    const read = await trial(text, 'replace');
    const canAppend = await trial(text, 'append').then(
      () => true,
      () => false,
    );
    offered.value = { file: file.name, rules: read, canAppend };
  } catch (fault) {
    importFault.value = words('rules_importRefused', file.name, reasonOf(fault));
  }
}

async function trial(text: string, mode: (typeof IMPORT_MODES)[number]): Promise<readonly Rule[]> {
  return (await send('worker', 'import-rules', { text, mode, isTrial: true })).rules;
}

/** Puts the rules of the file in the place of all others, which can be undone. */
export async function replaceRules({ rules: read }: Offered): Promise<void> {
  if (await changeWithUndo(() => read, words('rules_saidReplaced'))) offered.value = null;
}

/** Puts them behind the others, but before what names all the rest. */
export async function appendRules({ rules: read }: Offered): Promise<void> {
  const act = (all: readonly Rule[]): readonly Rule[] => {
    const taken = new Set(all.map(({ id }) => id));
    const own = usualRule(all) === null ? read : ownRules(read);
    const fresh = own.map(rule => (taken.has(rule.id) ? { ...rule, id: crypto.randomUUID() } : rule));
    return withUsual([...ownRules(all), ...fresh], all);
  };
  if (await changeRules(act, words('rules_saidAdded'))) offered.value = null;
}

/** Saves all rules as a file. */
export async function exportRules(): Promise<void> {
  try {
    const { text } = await send('worker', 'export-rules', {});
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'longhaul-rules.json';
    link.click();
    // The browser has taken what it needs by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (fault) {
    importFault.value = reasonOf(fault);
  }
}
