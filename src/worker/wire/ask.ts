import { Refusal } from '../../messages/refusal.ts';
import type { Words } from '../../messages/words.ts';

export type Fields = ReadonlyMap<string, unknown>;

/** The fields of an ask that may have these and no others; anything else is refused by name. */
export function fieldsOf(ask: unknown, allowed: readonly string[], words: Words): Fields {
  if (typeof ask !== 'object' || ask === null || Array.isArray(ask))
    throw new Refusal('bad-ask', words('ask_notAnObject'));
  const fields = new Map<string, unknown>(Object.entries(ask));
  const unknown = [...fields.keys()].find(key => !allowed.includes(key));
  if (unknown !== undefined) throw new Refusal('bad-ask', words('ask_unknownField', unknown, allowed.join(', ')));
  return fields;
}

export function booleanField(fields: Fields, name: string, words: Words): boolean {
  const value = fields.get(name) ?? false;
  if (typeof value !== 'boolean') throw new Refusal('bad-ask', words('ask_notABoolean', name));
  return value;
}

export function wholeField(fields: Fields, name: string, otherwise: number, most: number, words: Words): number {
  const value = fields.get(name) ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw new Refusal('bad-ask', words('ask_notAWholeNumber', name, most));
  return value;
}

export function textField(fields: Fields, name: string, words: Words): string {
  const value = fields.get(name) ?? '';
  if (typeof value !== 'string') throw new Refusal('bad-ask', words('ask_notAText', name));
  return value;
}

/** ms since the epoch; null where it is not said. */
export function timeField(fields: Fields, name: string, words: Words): number | null {
  const value = fields.get(name) ?? null;
  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value)))
    throw new Refusal('bad-ask', words('ask_notATime', name));
  return value;
}
