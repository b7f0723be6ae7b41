import { signal } from '@preact/signals';
import type { Rule } from '../../src/core/rules/rule.ts';
import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { announce } from '../announcer.ts';
import { reasonOf } from '../reason-of.ts';

/** As the worker has them, the usual one of the section of names among them; null before they are read. */
export const rules = signal<readonly Rule[] | null>(null);
/** Why the last change was refused, as a sentence. */
export const rulesFault = signal<string | null>(null);
/** The rules as they were before something was taken away, and what to say of that. */
export const undoable = signal<{ readonly rules: readonly Rule[]; readonly text: string } | null>(null);

export async function loadRules(): Promise<void> {
  await ask({});
}

/** Saves what `change` makes of the rules, one change after the other. False where it was refused: then nothing changed. */
export function changeRules(change: (rules: readonly Rule[]) => readonly Rule[], said: string): Promise<boolean> {
  const done = line.then(async () => {
    const before = rules.value;
    if (before === null) return false;
    const after = change(before);
    if (after === before) return true;
    undoable.value = null;
    const isSaved = await ask({ set: after });
    if (isSaved) announce(said);
    return isSaved;
  });
  line = done;
  return done;
}

/** The same for what takes rules away: it can be undone until the next change. */
export async function changeWithUndo(
  change: (rules: readonly Rule[]) => readonly Rule[],
  said: string,
): Promise<boolean> {
  const before = rules.value ?? [];
  const isSaved = await changeRules(change, said);
  if (isSaved) undoable.value = { rules: before, text: said };
  return isSaved;
}

export async function undoRules(): Promise<void> {
  const before = undoable.value?.rules;
  if (before !== undefined) await changeRules(() => before, words('rules_saidUndone'));
}

let line: Promise<unknown> = Promise.resolve();

async function ask(what: { set?: readonly Rule[] }): Promise<boolean> {
  try {
    rules.value = (await send('worker', 'rules', what)).rules;
    rulesFault.value = null;
    return true;
  } catch (fault) {
    rulesFault.value = reasonOf(fault);
    return false;
  }
}
