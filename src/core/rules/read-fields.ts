import type { Note } from './rule-problem.ts';

/** Takes a field out of an object; null where it has none of that name. */
export type Fields = (name: string) => unknown;

const NONE: Fields = () => null;

/** The fields of an object that may have these and no others. `__proto__` and its like are names as any other. */
export function readFields(value: unknown, at: string | null, allowed: readonly string[], note: Note): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    note(at, 'not-an-object', value);
    return NONE;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const unknown = [...fields.keys()].find(key => !allowed.includes(key));
  if (unknown !== undefined) note(at, 'unknown-key', unknown);
  return name => fields.get(name) ?? null;
}

/** One of `choices`, or null where nothing is asked for. */
export function readChoice<C extends string>(value: unknown, choices: readonly C[], wrong: () => void): C | null {
  const choice = choices.find(each => each === value) ?? null;
  if (choice === null && value !== null) wrong();
  return choice;
}
