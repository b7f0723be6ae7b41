import { isRefused, parseLink } from '../../core/links/parse-link.ts';
import type { QueueItem } from '../../core/queue/item.ts';
import { decide, explain } from '../../core/rules/decide.ts';
import { parseRules } from '../../core/rules/parse-rules.ts';
import type { Known, Rule } from '../../core/rules/rule.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { TestRulesAnswer } from '../../messages/rules.ts';
import type { Ports } from '../ports.ts';
import { outcomeOf } from './rule-outcome.ts';
import { booleanField, type Fields, fieldsOf, textField, wholeField } from './ask.ts';
import { orRefusal, stepSentence } from './rule-words.ts';
import { lastName } from '../../core/naming/last-name.ts';

const ALLOWED = ['url', 'id', 'page', 'name', 'contentType', 'size', 'isFinal', 'rules'];

/** Which rule decides about a link, and why each other does not. Nothing is asked of the network, nothing is changed. */
export async function testRules(ports: Ports, ask: unknown): Promise<TestRulesAnswer> {
  const fields = fieldsOf(ask, ALLOWED, ports.words);
  const unsaved = fields.get('rules');
  const rules = unsaved === undefined ? await ports.rules.read() : orRefusal(parseRules(unsaved), ports.words);
  const known = { ...(await linkOf(ports, fields)), ...toldIn(fields, ports) };
  const decided = decide(rules, known);
  const rule = decided === 'unsure' ? null : decided;
  return {
    matched: rule?.id ?? null,
    steps: steps(ports, rules, known),
    outcome: decided === 'unsure' ? null : await outcomeOf(ports, rule, known),
  };
}

function steps(ports: Ports, rules: readonly Rule[], known: Known): TestRulesAnswer['steps'] {
  let isFirst = true;
  return explain(rules, known).map((step, index) => {
    const message = stepSentence(step, isFirst, ports.words);
    isFirst &&= step.verdict !== 'unsure';
    return { rule: step.rule, title: rules[index]?.title ?? '', verdict: step.verdict, message };
  });
}

async function linkOf(ports: Ports, fields: Fields): Promise<Known> {
  const { words } = ports;
  const [url, id] = [textField(fields, 'url', words), textField(fields, 'id', words)];
  if ((url === '') === (id === '')) throw new Refusal('bad-ask', words('rules_whichLink'));
  if (id !== '') {
    const [item] = await ports.items.get([id]);
    if (item === undefined) throw new Refusal('unknown-item', words('control_unknownItem', id));
    return knownOf(item);
  }
  const link = parseLink({ url });
  if (isRefused(link)) throw new Refusal('bad-link', words('link_notAUrl', link.detail));
  return { url: link.url, page: null, name: null, contentType: null, size: null, isFinal: false };
}

/** What the item itself has kept of its way. */
function knownOf(item: QueueItem): Known {
  const { url, referrer: page, name, kept } = item;
  if (item.status !== 'done') return { url, page, name, contentType: null, size: kept?.total ?? null, isFinal: false };
  const saved = lastName(item.path);
  return { url, page, name: saved, contentType: null, size: item.bytes, isFinal: true };
}

/** What the caller tells beyond that, or better. */
function toldIn(fields: Fields, { words }: Ports): Partial<Known> {
  const texts = (['page', 'name', 'contentType'] as const).filter(field => (fields.get(field) ?? null) !== null);
  const told = {
    ...Object.fromEntries(texts.map(field => [field, textField(fields, field, words)])),
    ...(booleanField(fields, 'isFinal', words) ? { isFinal: true } : {}),
  };
  if ((fields.get('size') ?? null) === null) return told;
  return { ...told, size: wholeField(fields, 'size', 0, Number.MAX_SAFE_INTEGER, words) };
}
