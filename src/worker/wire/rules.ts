import { appended, exportRules, importRules } from '../../core/rules/exchange.ts';
import { parseRules } from '../../core/rules/parse-rules.ts';
import type { Rule } from '../../core/rules/rule.ts';
import { Refusal } from '../../messages/refusal.ts';
import { IMPORT_MODES, type RulesAnswer } from '../../messages/rules.ts';
import type { Ports } from '../ports.ts';
import type { QueueKeeper } from '../queue-keeper.ts';
import { booleanField, fieldsOf, textField } from './ask.ts';
import { orRefusal } from './rule-words.ts';

/** Answers the rules, after putting those of `set` in their place. One that is bad changes nothing at all. */
export async function rules(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<RulesAnswer> {
  const set = fieldsOf(ask, ['set'], ports.words).get('set');
  if (set === undefined) return { rules: await ports.rules.read() };
  const parsed = orRefusal(parseRules(set), ports.words);
  return write(ports, keeper, () => parsed);
}

export async function exportedRules(ports: Ports, ask: unknown): Promise<{ text: string }> {
  fieldsOf(ask, [], ports.words);
  return { text: exportRules(await ports.rules.read()) };
}

/** Puts the rules of a text in the place of all, or behind them. A trial, and one that is bad, change nothing at all. */
export async function importedRules(ports: Ports, keeper: QueueKeeper, ask: unknown): Promise<RulesAnswer> {
  const { words } = ports;
  const fields = fieldsOf(ask, ['text', 'mode', 'isTrial'], words);
  const mode = IMPORT_MODES.find(known => known === fields.get('mode'));
  if (mode === undefined)
    throw new Refusal('bad-ask', words('rules_badMode', JSON.stringify(fields.get('mode') ?? null)));
  const added = orRefusal(importRules(textField(fields, 'text', words)), words);
  const merged = (own: readonly Rule[]): readonly Rule[] =>
    mode === 'replace' ? added : orRefusal(parseRules(appended(own, added, ports.newId)), words);
  if (booleanField(fields, 'isTrial', words)) return { rules: merged(await ports.rules.read()) };
  return write(ports, keeper, merged);
}

/** `change` sees the rules as of the moment of the write. */
function write(
  ports: Ports,
  keeper: QueueKeeper,
  change: (own: readonly Rule[]) => readonly Rule[],
): Promise<RulesAnswer> {
  return keeper.write(async () => {
    const changed = change(await ports.rules.read());
    await ports.rules.write(changed);
    return { answer: { rules: changed }, changes: [] };
  });
}
