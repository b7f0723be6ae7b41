import { parseCondition } from './parse-condition.ts';
import { parseDecision } from './parse-decision.ts';
import { readFields } from './read-fields.ts';
import type { Rule } from './rule.ts';
import { named, type Note, type RuleProblem } from './rule-problem.ts';
import { weightOf } from './tests-of.ts';

export const MOST_RULES = 500;
/** Bytes of all rules as JSON: with its frame, an export stays below what an import takes. */
export const MOST_BYTES = 1000 * 1024;
/** Steps of the patterns of all rules for one character of an address: with 8 KiB of it they end within a second. */
export const MOST_WEIGHT = 10_000;
const LONGEST_ID = 64;
const LONGEST_TITLE = 200;
const KEYS: readonly string[] = ['id', 'title', 'isOn', 'when', 'then'] satisfies (keyof Rule)[];

/**
 * Reads rules from anywhere: the store, a message, a file. All are whole, or the first thing that is wrong is answered.
 *
 * What is not there is as if it were empty, but for the id; what nobody knows is an error.
 */
export function parseRules(value: unknown): readonly Rule[] | RuleProblem {
  const ofList = (problem: RuleProblem['problem'], detail: unknown): RuleProblem => ({
    index: null,
    field: null,
    problem,
    detail: named(detail),
  });
  if (!Array.isArray(value)) return ofList('not-a-list', value);
  if (value.length > MOST_RULES) return ofList('too-many', value.length);
  const rules: Rule[] = [];
  const ids = new Set<string>();
  for (const [index, each] of value.entries()) {
    const rule = parseRule(each, index);
    if ('problem' in rule) return rule;
    if (ids.has(rule.id)) return { index, field: 'id', problem: 'same-id', detail: named(rule.id) };
    ids.add(rule.id);
    rules.push(rule);
  }
  if (new TextEncoder().encode(JSON.stringify(rules)).length > MOST_BYTES) return ofList('too-long', MOST_BYTES);
  const weight = rules.reduce((sum, { when }) => sum + weightOf(when), 0);
  return weight > MOST_WEIGHT ? ofList('too-heavy', weight) : rules;
}

/** Rules from the store: those that are whole, one by one. What another version wrote and nobody knows does no harm. */
export function wholeRules(stored: unknown): readonly Rule[] {
  const rules = parseRules(stored);
  if (!isRuleProblem(rules)) return rules;
  return Array.isArray(stored) ? withoutDoubles(stored.flatMap(wholeRule)).slice(0, MOST_RULES) : [];
}

function wholeRule(stored: unknown): readonly Rule[] {
  const rules = parseRules([stored]);
  return isRuleProblem(rules) ? [] : rules;
}

function withoutDoubles(rules: readonly Rule[]): readonly Rule[] {
  return [...new Map(rules.map(rule => [rule.id, rule])).values()];
}

export function isRuleProblem(outcome: readonly Rule[] | RuleProblem): outcome is RuleProblem {
  return 'problem' in outcome;
}

function parseRule(value: unknown, index: number): Rule | RuleProblem {
  const problems: RuleProblem[] = [];
  const note: Note = (field, problem, detail) => {
    problems.push({ index, field, problem, detail: named(detail) });
  };
  const field = readFields(value, null, KEYS, note);
  const readText = (name: 'id' | 'title', least: number, most: number): string => {
    const text = field(name) ?? '';
    if (typeof text === 'string' && text.trim().length >= least && text.length <= most) return text;
    note(name, `bad-${name}`, text);
    return '';
  };
  const isOn = field('isOn') ?? true;
  if (typeof isOn !== 'boolean') note('isOn', 'bad-switch', isOn);
  const rule: Rule = {
    id: readText('id', 1, LONGEST_ID),
    title: readText('title', 0, LONGEST_TITLE),
    isOn: isOn === true,
    when: parseCondition(field('when'), note),
    then: parseDecision(field('then'), note),
  };
  return problems[0] ?? rule;
}
