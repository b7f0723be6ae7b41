import type { Condition, Decision, Known, Rule } from '../../../src/core/rules/rule.ts';

export const NO_CONDITION: Condition = {
  sites: [],
  types: [],
  size: { least: null, most: null },
  url: null,
  page: null,
};
export const NO_DECISION: Decision = {
  folder: null,
  mask: null,
  priority: null,
  carrier: null,
  conflict: null,
  start: null,
};

/** A rule that is on; what is not given it does not look at. */
export function makeRule(id: string, when: Partial<Condition> = {}, rest: Partial<Rule> = {}): Rule {
  return { id, title: '', isOn: true, when: { ...NO_CONDITION, ...when }, then: NO_DECISION, ...rest };
}

/** A link of which nothing but the address is known, and more may become so. */
export function makeKnown(known: Partial<Known> = {}): Known {
  const nothing = { page: null, name: null, contentType: null, size: null, isFinal: false };
  return { url: 'https://files.example.org/a/report.pdf', ...nothing, ...known };
}
