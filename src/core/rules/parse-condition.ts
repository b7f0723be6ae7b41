import { parseFileType } from './file-type.ts';
import { isPatternProblem, parsePattern } from './pattern.ts';
import { readFields } from './read-fields.ts';
import type { Condition, SizeRange } from './rule.ts';
import { named, type Note } from './rule-problem.ts';
import { parseSite } from './site.ts';

/** Of sites or of types. */
const MOST_TEXTS = 100;
const KEYS: readonly string[] = ['sites', 'types', 'size', 'url', 'page'] satisfies (keyof Condition)[];

/** Reads the condition of a rule; what is not there is not looked at. Sites, types and patterns stay as they were typed. */
export function parseCondition(value: unknown, note: Note): Condition {
  const field = readFields(value ?? {}, 'when', KEYS, note);
  return {
    sites: parseTexts(field('sites'), text => parseSite(text) !== null, 'sites', note),
    types: parseTexts(field('types'), text => parseFileType(text) !== null, 'types', note),
    size: parseSize(field('size'), note),
    url: parseAddress(field('url'), 'when.url', note),
    page: parseAddress(field('page'), 'when.page', note),
  };
}

function parseTexts(
  value: unknown,
  isGood: (text: string) => boolean,
  name: 'sites' | 'types',
  note: Note,
): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [];
  if ((value !== null && !Array.isArray(value)) || texts.length > MOST_TEXTS) note(`when.${name}`, 'not-texts', value);
  const read = texts.filter(text => typeof text === 'string');
  const bad = texts.findIndex(text => typeof text !== 'string' || !isGood(text));
  if (bad >= 0) note(`when.${name}`, name === 'sites' ? 'bad-site' : 'bad-type', texts[bad]);
  return read;
}

function parseSize(value: unknown, note: Note): SizeRange {
  const field = readFields(value ?? {}, 'when.size', ['least', 'most'], note);
  const [least, most] = [field('least'), field('most')];
  const isRange = isBytes(least) && isBytes(most) && (least === null || most === null || least <= most);
  if (!isRange) note('when.size', 'bad-size', `${named(least)}–${named(most)}`);
  return isRange ? { least, most } : { least: null, most: null };
}

function isBytes(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
}

function parseAddress(value: unknown, at: string, note: Note): string | null {
  if (value === null) return null;
  if (typeof value !== 'string') {
    note(at, 'bad-address', value);
    return null;
  }
  const pattern = parsePattern(value);
  if (isPatternProblem(pattern)) note(at, pattern.problem, pattern.detail);
  return value;
}
