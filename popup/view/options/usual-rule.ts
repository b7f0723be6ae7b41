import type { Rule } from '../../../src/core/rules/rule.ts';

/** The id of the rule that names what no other rule does. */
export const USUAL_RULE = 'usual-names';

/** The last rule, where it is the one that the section of names has made: on, and without any condition. */
export function usualRule(rules: readonly Rule[]): Rule | null {
  const last = rules.at(-1);
  return last !== undefined && last.id === USUAL_RULE && last.isOn && isOpen(last) ? last : null;
}

/** The rules without it: those that the user puts in order. */
export function ownRules(rules: readonly Rule[]): readonly Rule[] {
  return usualRule(rules) === null ? rules : rules.slice(0, -1);
}

/** `own` with the usual rule of `before` behind them: what fits every link must stay the last. */
export function withUsual(own: readonly Rule[], before: readonly Rule[]): readonly Rule[] {
  const usual = usualRule(before);
  return usual === null ? own : [...own.filter(({ id }) => id !== usual.id), usual];
}

/** The rules by which all that no other rule is for is named so; without one where mask and folder are empty. */
export function named(rules: readonly Rule[], mask: string, folder: string, title: string): readonly Rule[] {
  const own = ownRules(rules);
  if (mask.trim() === '' && folder.trim() === '') return own;
  const when = { sites: [], types: [], size: { least: null, most: null }, url: null, page: null };
  const then = { priority: null, carrier: null, conflict: null, start: null };
  const place = { mask: mask.trim() || null, folder: folder.trim() || null };
  return [...own, { id: USUAL_RULE, title, isOn: true, when, then: { ...then, ...place } }];
}

function isOpen({ when }: Rule): boolean {
  const { sites, types, size, url, page } = when;
  return [size.least, size.most, url, page].every(each => each === null) && sites.length + types.length === 0;
}
