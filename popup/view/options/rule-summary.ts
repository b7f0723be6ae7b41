import type { Decision, Rule, SizeRange } from '../../../src/core/rules/rule.ts';
import type { Sentence } from '../sentence.ts';
import { sizeText } from '../sizes.ts';
import { visibleName } from '../visible-name.ts';

/** What a rule looks at, part by part; empty: it fits every link. */
export function conditionSummary({ when }: Rule): readonly Sentence[] {
  const { sites, types, size, url, page } = when;
  return [
    ...(sites.length === 0 ? [] : [['rules_whenSites', visibleName(sites.join(', '))] as const]),
    ...(types.length === 0 ? [] : [['rules_whenTypes', visibleName(types.join(', '))] as const]),
    ...sizeSummary(size),
    ...(url === null ? [] : [['rules_whenUrl', visibleName(url)] as const]),
    ...(page === null ? [] : [['rules_whenPage', visibleName(page)] as const]),
  ];
}

function sizeSummary({ least, most }: SizeRange): readonly Sentence[] {
  if (least !== null && most !== null) return [['rules_whenBetween', sizeText(least), sizeText(most)]];
  if (least !== null) return [['rules_whenLeast', sizeText(least)]];
  return most === null ? [] : [['rules_whenMost', sizeText(most)]];
}

/** What a rule decides, part by part; empty: nothing. What is left out is said first: nothing else counts then. */
export function decisionSummary({ then }: Rule): readonly Sentence[] {
  const { folder, mask, priority, carrier, conflict, start } = then;
  if (start === 'skip') return [['rules_thenSkip']];
  return [
    ...(folder === null ? [] : [['rules_thenFolder', visibleName(folder)] as const]),
    ...(mask === null ? [] : [['rules_thenMask', visibleName(mask)] as const]),
    ...(priority === null ? [] : [[PRIORITY[priority]] as const]),
    ...(carrier === null ? [] : [[CARRIER[carrier]] as const]),
    ...(conflict === null ? [] : [[CONFLICT[conflict]] as const]),
    ...(start === null ? [] : [['rules_thenPaused'] as const]),
  ];
}

const PRIORITY = {
  high: 'rules_thenHigh',
  normal: 'rules_thenNormal',
  low: 'rules_thenLow',
} as const satisfies Record<NonNullable<Decision['priority']>, string>;

const CARRIER = {
  'background-fetch': 'rules_thenFetch',
  'browser-download': 'rules_thenBrowser',
} as const satisfies Record<NonNullable<Decision['carrier']>, string>;

const CONFLICT = {
  rename: 'rules_thenRename',
  overwrite: 'rules_thenOverwrite',
  skip: 'rules_thenSkipTaken',
  ask: 'rules_thenAsk',
} as const satisfies Record<NonNullable<Decision['conflict']>, string>;
