import { signal } from '@preact/signals';
import type { Rule } from '../../src/core/rules/rule.ts';
import type { CheckRuleAnswer } from '../../src/messages/rules.ts';
import { send } from '../../src/messages/send.ts';
import { reasonOf } from '../reason-of.ts';
import { draftOf, newDraft, type RuleDraft, ruleOf } from '../view/options/rule-draft.ts';
import { keepRule } from './rule-acts.ts';
import { rulesFault } from './rules.ts';

/** The rule that is being written; null: none is. */
export const draft = signal<RuleDraft | null>(null);
/** What is wrong with it, by its field. */
export const draftFault = signal<CheckRuleAnswer['fault']>(null);
/** Whether it is one that is not there yet. */
export const isNew = signal(false);
/** The user is asked whether what was written may be thrown away. */
export const asksDiscard = signal(false);
/** As it was when it was opened. */
let opened: RuleDraft | null = null;

export function createRule(): void {
  open(newDraft(crypto.randomUUID()), true);
}

export function editRule(rule: Rule): void {
  open(draftOf(rule), false);
}

export function closeEditor(): void {
  draft.value = null;
}

/** Closes it where nothing would be lost; else the user is asked. */
export function leaveEditor(): void {
  if (JSON.stringify(draft.value) === JSON.stringify(opened)) closeEditor();
  else asksDiscard.value = true;
}

function open(next: RuleDraft, isNewOne: boolean): void {
  draftFault.value = null;
  isNew.value = isNewOne;
  asksDiscard.value = false;
  opened = next;
  draft.value = next;
}

let lastCheck = 0;

/** Only the answer to the last change counts. */
export async function writeDraft(part: Partial<RuleDraft>): Promise<void> {
  if (draft.value === null) return;
  draft.value = { ...draft.value, ...part };
  asksDiscard.value = false;
  lastCheck += 1;
  const mine = lastCheck;
  const fault = await check(draft.value);
  if (mine === lastCheck) draftFault.value = fault;
}

/** Saves it where it is whole; false: it stays open with what is wrong. */
export async function saveDraft(): Promise<boolean> {
  if (draft.value === null) return false;
  const written = draft.value;
  draftFault.value = await check(written);
  if (draftFault.value !== null) return false;
  const isSaved = await keepRule(ruleOf(written));
  if (isSaved) closeEditor();
  // Alone it is whole: then it is too much together with the others.
  else draftFault.value = { field: null, message: rulesFault.value ?? '' };
  return isSaved;
}

async function check(written: RuleDraft): Promise<CheckRuleAnswer['fault']> {
  try {
    return (await send('worker', 'check-rule', { rule: ruleOf(written) })).fault;
  } catch (fault) {
    return { field: null, message: reasonOf(fault) };
  }
}
