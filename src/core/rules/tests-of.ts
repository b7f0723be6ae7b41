import { extensionOf } from '../naming/extension.ts';
import { type Fit, fitsType, parseFileType } from './file-type.ts';
import type { Traits } from './traits.ts';
import { isPatternProblem, parsePattern } from './pattern.ts';
import type { Condition, SizeRange } from './rule.ts';
import { isOfSite, parseSite } from './site.ts';

/** One part of a condition, ready to be held against many links. */
export interface Test {
  readonly field: keyof Condition;
  /** As the rule says it. */
  readonly wanted: string;
  readonly fit: (traits: Traits) => Fit;
  /** What the link has there; null where it has nothing. */
  readonly found: (traits: Traits) => string | null;
  /** Steps that a character of an address costs at most; 0 where none is searched. */
  readonly weight: number;
}

/** Patterns are read once: conditions never change, and there may be a hundred thousand links. */
const alreadyRead = new WeakMap<Condition, readonly Test[]>();

/** Only of what the condition looks at, the certain and cheap first. */
export function testsOf(condition: Condition): readonly Test[] {
  const tests = alreadyRead.get(condition) ?? readTests(condition);
  alreadyRead.set(condition, tests);
  return tests;
}

/** Of its patterns together. */
export function weightOf(condition: Condition): number {
  return testsOf(condition).reduce((sum, { weight }) => sum + weight, 0);
}

function readTests({ sites, types, size, url, page }: Condition): readonly Test[] {
  return [
    ...(sites.length === 0 ? [] : [siteTest(sites)]),
    ...(url === null ? [] : [addressTest('url', url)]),
    ...(page === null ? [] : [addressTest('page', page)]),
    ...(types.length === 0 ? [] : [typeTest(types)]),
    ...(size.least === null && size.most === null ? [] : [sizeTest(size)]),
  ];
}

function siteTest(sites: readonly string[]): Test {
  const read = sites.flatMap(site => parseSite(site) ?? []);
  return {
    field: 'sites',
    wanted: sites.join(', '),
    fit: ({ host }) => (read.some(site => isOfSite(host, site)) ? 'fits' : 'differs'),
    found: ({ host }) => host,
    weight: 0,
  };
}

/** A pattern that cannot be read fits nothing; the parser of rules lets none in. */
function addressTest(field: 'url' | 'page', wanted: string): Test {
  const pattern = parsePattern(wanted);
  const { matches, weight } = isPatternProblem(pattern) ? { matches: () => false, weight: 0 } : pattern;
  return {
    field,
    wanted,
    fit: ({ [field]: address }) => (address !== null && matches(address) ? 'fits' : 'differs'),
    found: ({ [field]: address }) => address,
    weight,
  };
}

function typeTest(types: readonly string[]): Test {
  const read = types.flatMap(type => parseFileType(type) ?? []);
  return {
    field: 'types',
    wanted: types.join(', '),
    fit: traits => anyOf(read.map(type => fitsType(type, traits))),
    found: ({ name, type }) => [extensionOf(name), type ?? ''].filter(part => part !== '').join(', ') || null,
    weight: 0,
  };
}

function anyOf(fits: readonly Fit[]): Fit {
  if (fits.includes('fits')) return 'fits';
  return fits.includes('unknown') ? 'unknown' : 'differs';
}

function sizeTest({ least, most }: SizeRange): Test {
  return {
    field: 'size',
    wanted: least === null ? `≤ ${most}` : most === null ? `≥ ${least}` : `${least}–${most}`,
    fit: ({ size, isFinal }) => {
      if (size === null) return isFinal ? 'differs' : 'unknown';
      return size >= (least ?? 0) && size <= (most ?? size) ? 'fits' : 'differs';
    },
    found: ({ size }) => (size === null ? null : `${size}`),
    weight: 0,
  };
}
