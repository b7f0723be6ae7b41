import { isRuleProblem, parseRules } from '../../core/rules/parse-rules.ts';
import type { CheckRuleAnswer } from '../../messages/rules.ts';
import type { Ports } from '../ports.ts';
import { fieldsOf } from './ask.ts';
import { faultSentence } from './rule-words.ts';

/** What is wrong with one rule by itself, and in which field. Nothing is kept. */
export function checkRule({ words }: Pick<Ports, 'words'>, ask: unknown): CheckRuleAnswer {
  const outcome = parseRules([fieldsOf(ask, ['rule'], words).get('rule')]);
  if (!isRuleProblem(outcome)) return { fault: null };
  return { fault: { field: outcome.field, message: faultSentence(outcome, words) } };
}
