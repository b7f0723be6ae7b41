import { parseRules } from './parse-rules.ts';
import type { Rule } from './rule.ts';
import { named, type RuleProblem } from './rule-problem.ts';

/** Rules as a text that people can keep, send and read: one rule a line, in their order. */
export function exportRules(rules: readonly Rule[]): string {
  const lines = rules.map(rule => `\n${JSON.stringify(rule)}`);
  return `{"format":${JSON.stringify(FORMAT)},"version":${VERSION},"rules":[${lines.join(',')}\n]}\n`;
}

export interface ExchangeProblem {
  readonly problem: 'text-too-long' | 'not-json' | 'not-rules' | 'newer' | 'unknown-part';
  readonly detail: string;
}

const FORMAT = 'longhaul-rules';
/** Counts up when an older Longhaul would misread the rules. */
const VERSION = 1;
/** Bytes in UTF-8. */
const LONGEST = 1024 * 1024;
const KEYS: readonly string[] = ['format', 'version', 'rules'];

/** The rules of a text that `exportRules` or a person has written, or the first thing that is wrong with it. */
export function importRules(text: string): readonly Rule[] | RuleProblem | ExchangeProblem {
  if (text.length > LONGEST || new TextEncoder().encode(text).length > LONGEST)
    return { problem: 'text-too-long', detail: `${LONGEST}` };
  const parsed = parseJson(text.replace(/^\uFEFF/, ''));
  if (parsed === null) return { problem: 'not-json', detail: named(text.slice(0, 40)) };
  const { value } = parsed;
  const parts = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const [format, version] = [parts.get('format'), parts.get('version')];
  if (format !== FORMAT) return { problem: 'not-rules', detail: named(format ?? '') };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { problem: 'not-rules', detail: named(version ?? '') };
  if (version > VERSION) return { problem: 'newer', detail: `${version}` };
  const unknown = [...parts.keys()].find(key => !KEYS.includes(key));
  if (unknown !== undefined) return { problem: 'unknown-part', detail: named(unknown) };
  return parseRules(parts.get('rules'));
}

export function isExchangeProblem(
  outcome: readonly Rule[] | RuleProblem | ExchangeProblem,
): outcome is ExchangeProblem {
  return 'problem' in outcome && !('index' in outcome);
}

/** `own` with `added` behind them; of these, the ones whose id is taken get new ones. */
export function appended(own: readonly Rule[], added: readonly Rule[], newId: () => string): readonly Rule[] {
  const taken = new Set(own.map(({ id }) => id));
  return [...own, ...added.map(rule => (taken.has(rule.id) ? { ...rule, id: newId() } : rule))];
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
