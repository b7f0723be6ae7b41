import type { Rule } from '../../src/core/rules/rule.ts';
import { words } from '../../src/platform/words.ts';
import { moved } from '../view/options/move-rule.ts';
import { ownRules, withUsual } from '../view/options/usual-rule.ts';
import { changeRules, changeWithUndo } from './rules.ts';

/** A change of the rules that the user puts in order; what names all the rest stays behind them. */
function ofOwn(change: (own: readonly Rule[]) => readonly Rule[]): (all: readonly Rule[]) => readonly Rule[] {
  return all => {
    const own = ownRules(all);
    const changed = change(own);
    return changed === own ? all : withUsual(changed, all);
  };
}

export function moveRule(id: string, to: number, name: string): Promise<boolean> {
  const act = (own: readonly Rule[]): readonly Rule[] => {
    const from = own.findIndex(rule => rule.id === id);
    return from === to ? own : moved(own, from, to);
  };
  return changeRules(ofOwn(act), words('rules_saidMoved', name, to + 1));
}

export function switchRule(id: string, isOn: boolean): Promise<boolean> {
  const act = (own: readonly Rule[]): readonly Rule[] => own.map(rule => (rule.id === id ? { ...rule, isOn } : rule));
  return changeRules(ofOwn(act), words('options_saved'));
}

/** Puts a rule in the place of the one of its id, or behind all others. */
export function keepRule(rule: Rule): Promise<boolean> {
  const act = (own: readonly Rule[]): readonly Rule[] =>
    own.some(({ id }) => id === rule.id) ? own.map(each => (each.id === rule.id ? rule : each)) : [...own, rule];
  return changeRules(ofOwn(act), words('options_saved'));
}

/** The copy stands below its model. */
export function duplicateRule(rule: Rule, title: string): Promise<boolean> {
  const copy = { ...rule, id: crypto.randomUUID(), title };
  const act = (own: readonly Rule[]): readonly Rule[] =>
    own.flatMap(each => (each.id === rule.id ? [each, copy] : [each]));
  return changeRules(ofOwn(act), words('rules_saidDuplicated'));
}

export function deleteRule(id: string, name: string): Promise<boolean> {
  const act = (own: readonly Rule[]): readonly Rule[] => own.filter(rule => rule.id !== id);
  return changeWithUndo(ofOwn(act), words('rules_saidDeleted', name));
}
