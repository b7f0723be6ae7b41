import type { Step } from '../../core/rules/decide.ts';
import { type ExchangeProblem, isExchangeProblem } from '../../core/rules/exchange.ts';
import { isRuleProblem, MOST_RULES } from '../../core/rules/parse-rules.ts';
import type { Rule } from '../../core/rules/rule.ts';
import type { RuleFault, RuleProblem } from '../../core/rules/rule-problem.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { WordKey, Words } from '../../messages/words.ts';

/** The rules, or a refusal that says what is wrong with which of them. */
export function orRefusal(outcome: readonly Rule[] | RuleProblem | ExchangeProblem, words: Words): readonly Rule[] {
  if (isExchangeProblem(outcome)) throw new Refusal('bad-import', words(TEXT_WORDS[outcome.problem], outcome.detail));
  if (isRuleProblem(outcome)) throw new Refusal('bad-rule', sentence(outcome, words));
  return outcome;
}

/** What is wrong, without the place where it is. */
export function faultSentence({ problem, detail }: RuleProblem, words: Words): string {
  return problem === 'too-many' ? words('rules_tooMany', detail, MOST_RULES) : words(FAULT_WORDS[problem], detail);
}

function sentence(problem: RuleProblem, words: Words): string {
  const { index, field } = problem;
  const said = faultSentence(problem, words);
  if (index === null) return said;
  return field === null ? words('rules_ofRule', index + 1, said) : words('rules_ofField', index + 1, field, said);
}

/** Why a rule fits a link or does not. `isFirst`: no rule before it is unsure. */
export function stepSentence(step: Step, isFirst: boolean, words: Words): string {
  const { verdict, field, found, wanted } = step;
  switch (verdict) {
    case 'off':
      return words('rules_off');
    case 'after-match':
      return words('rules_afterMatch');
    case 'matches':
      return words(isFirst ? 'rules_matches' : 'rules_wouldMatch');
    case 'unsure':
      return words(field === 'size' ? 'rules_unsureSize' : 'rules_unsureType', wanted ?? '');
    case 'differs':
      return differs(field ?? 'url', found, wanted ?? '', words);
  }
}

function differs(field: NonNullable<Step['field']>, found: string | null, wanted: string, words: Words): string {
  if (found !== null) return words(DIFFERS_WORDS[field], shorten(found), wanted);
  return words(NOTHING_WORDS[field], wanted);
}

function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}

const DIFFERS_WORDS = {
  sites: 'rules_differsSite',
  url: 'rules_differsUrl',
  page: 'rules_differsPage',
  types: 'rules_differsType',
  size: 'rules_differsSize',
} as const satisfies Record<NonNullable<Step['field']>, WordKey>;

/** Where the link has nothing that could fit. Every link has an address. */
const NOTHING_WORDS = {
  ...DIFFERS_WORDS,
  page: 'rules_noPage',
  types: 'rules_noType',
  size: 'rules_noSize',
} as const satisfies Record<NonNullable<Step['field']>, WordKey>;

const TEXT_WORDS = {
  'text-too-long': 'rules_textTooLong',
  'not-json': 'rules_notJson',
  'not-rules': 'rules_notRules',
  newer: 'rules_newer',
  'unknown-part': 'rules_unknownKey',
} as const satisfies Record<ExchangeProblem['problem'], WordKey>;

const FAULT_WORDS = {
  'not-a-list': 'rules_notAList',
  'too-long': 'rules_tooLong',
  'too-heavy': 'rules_tooHeavy',
  'not-an-object': 'rules_notAnObject',
  'unknown-key': 'rules_unknownKey',
  'bad-id': 'rules_badId',
  'same-id': 'rules_sameId',
  'bad-title': 'rules_badTitle',
  'bad-switch': 'rules_badSwitch',
  'not-texts': 'rules_notTexts',
  'bad-site': 'rules_badSite',
  'bad-type': 'rules_badType',
  'bad-size': 'rules_badSize',
  'bad-address': 'rules_badAddress',
  'bad-folder': 'link_badFolder',
  'bad-mask': 'rules_badMask',
  'bad-priority': 'link_badPriority',
  'bad-carrier': 'link_badCarrier',
  'bad-conflict': 'rules_badConflict',
  'bad-start': 'rules_badStart',
  'pattern-empty': 'rules_patternEmpty',
  'pattern-long': 'rules_patternLong',
  'pattern-open': 'rules_patternOpen',
  'pattern-flags': 'rules_patternFlags',
  'pattern-syntax': 'rules_patternSyntax',
  'pattern-big': 'rules_patternBig',
} as const satisfies Record<Exclude<RuleFault, 'too-many'>, WordKey>;
