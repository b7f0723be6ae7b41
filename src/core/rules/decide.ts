import type { Condition, Known, Rule } from './rule.ts';
import { type Test, testsOf } from './tests-of.ts';
import { type Traits, traitsOf } from './traits.ts';

/** What became of one rule, and by which part of its condition. */
export interface Step {
  /** The id of the rule. */
  readonly rule: string;
  readonly verdict: Verdict;
  /** The part that differs, or that cannot be told yet; null for the other verdicts. */
  readonly field: keyof Condition | null;
  /** What the link has there; null where it has nothing. */
  readonly found: string | null;
  /** What the rule wants there. Bytes for a size. */
  readonly wanted: string | null;
}
/** `unsure`: nothing differs, but something is not known yet. `after-match`: it was not looked at any more. */
export type Verdict = 'matches' | 'differs' | 'unsure' | 'off' | 'after-match';

/**
 * The rule that decides about a link: the first that fits. null: none does.
 *
 * `unsure`: a rule before all that fit may fit too when more is known. So no later one wins before its time.
 */
export function decide(rules: readonly Rule[], known: Known): Rule | 'unsure' | null {
  if (rules.length === 0) return null;
  const traits = traitsOf(known);
  for (const rule of rules) {
    const { verdict } = judge(rule, traits);
    if (verdict === 'matches') return rule;
    if (verdict === 'unsure') return verdict;
  }
  return null;
}

/** What each rule says to a link, in their order. What follows one that is unsure is judged as if that one differed. */
export function explain(rules: readonly Rule[], known: Known): readonly Step[] {
  const traits = traitsOf(known);
  let hasMatched = false;
  return rules.map(rule => {
    const { verdict, by } = hasMatched && rule.isOn ? AFTER_MATCH : judge(rule, traits);
    hasMatched ||= verdict === 'matches';
    const found = by?.found(traits) ?? null;
    return { rule: rule.id, verdict, field: by?.field ?? null, found, wanted: by?.wanted ?? null };
  });
}

interface Judgement {
  readonly verdict: Verdict;
  readonly by: Test | null;
}

const OFF: Judgement = { verdict: 'off', by: null };
const MATCHES: Judgement = { verdict: 'matches', by: null };
const AFTER_MATCH: Judgement = { verdict: 'after-match', by: null };

/** One part that differs settles it, whatever the unknown ones will be. */
function judge({ isOn, when }: Rule, traits: Traits): Judgement {
  if (!isOn) return OFF;
  let unsure: Judgement | null = null;
  for (const by of testsOf(when)) {
    const fit = by.fit(traits);
    if (fit === 'differs') return { verdict: 'differs', by };
    if (fit === 'unknown') unsure ??= { verdict: 'unsure', by };
  }
  return unsure ?? MATCHES;
}
