import { type Behaviour, defaults, type Switches } from './switches.ts';

interface Reader<T> {
  readonly expects: string;
  /** Undefined for nonsense. */
  readonly read: (raw: string) => T | undefined;
}

type Name = keyof Switches;
type Values = { -readonly [K in Name]-?: Required<Switches>[K] };
type Given = Partial<Values>;

/** gzip bodies are made whole in memory. Bytes. */
const largestGzip = 64 * 1024 * 1024;

const readers: { readonly [K in Name]: Reader<Values[K]> } = {
  size: numberFrom(0),
  version: numberFrom(1, 9999),
  versions: matching('version numbers with commas between', /^[1-9]\d{0,3}(,[1-9]\d{0,3})*$/),
  rate: numberFrom(1),
  totalRate: numberFrom(1),
  latency: numberFrom(0, 600_000),
  ranges: flag(),
  badRange: oneOf('none', 'garbage', 'shifted', 'absent'),
  cors: oneOf('none', 'any'),
  validator: oneOf('etag', 'weak', 'date', 'none'),
  disposition: headerValue(),
  type: headerValue(),
  setCookie: headerValue(),
  status: numberFrom(200, 599),
  statusTimes: numberFrom(1),
  retryAfter: headerValue(),
  headStatus: numberFrom(200, 599),
  redirect: headerValue(),
  redirectStatus: oneOf(301, 302, 303, 307, 308),
  loop: flag(),
  cut: numberFrom(0),
  cuts: numberFrom(1),
  stall: numberFrom(0),
  stalls: numberFrom(1),
  length: numberFrom(0),
  chunked: flag(),
  gzip: flag(),
  needReferer: headerValue(),
  needCookie: matching('name=value', /^[^=;\s]+=[^;]*$/),
  tag: matching('any text', /^[^]*$/),
};

/** A switch that says nothing without one of the others. */
const needs: readonly (readonly [Name, ...Name[]])[] = [
  ['statusTimes', 'status'],
  ['retryAfter', 'status'],
  ['redirectStatus', 'redirect', 'loop'],
  ['cuts', 'cut'],
  ['stalls', 'stall'],
];

const clashes: readonly (readonly [Name, Name])[] = [
  ['version', 'versions'],
  ['redirect', 'loop'],
  ['length', 'chunked'],
];

/**
 * Reads a query. Nonsense, a name that is not a switch and a pair that contradicts itself are refused with a sentence:
 * a mistyped switch that was passed over would leave a test that tests nothing.
 */
export function readSwitches(query: string): { readonly behaviour: Behaviour } | { readonly problem: string } {
  const given: Given = {};
  for (const [name, raw] of new URLSearchParams(query)) {
    if (!isName(name)) return { problem: `no switch is called "${name}"` };
    if (name in given) return { problem: `${name} is given twice` };
    if (!take(name, raw, given)) return { problem: `${name} should be ${readers[name].expects}, not "${raw}"` };
  }
  const problem = contradiction(given);
  return problem === null ? { behaviour: { ...defaults, ...given } } : { problem };
}

/** The query, without its question mark, that `readSwitches` reads back. */
export function writeSwitches(switches: Switches): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(switches)) {
    query.append(name, typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));
  }
  return query.toString();
}

function take<K extends Name>(name: K, raw: string, given: Given): boolean {
  const value: Values[K] | undefined = readers[name].read(raw);
  if (value === undefined) return false;
  given[name] = value;
  return true;
}

function contradiction(given: Given): string | null {
  for (const [name, ...others] of needs) {
    if (name in given && !others.some(other => other in given)) return `${name} needs ${others.join(' or ')}`;
  }
  for (const [one, other] of clashes) {
    if (one in given && other in given) return `${one} and ${other} exclude each other`;
  }
  if (given.gzip === true && (given.size ?? 0) > largestGzip) return `gzip is for sizes up to ${largestGzip}`;
  return null;
}

function isName(name: string): name is Name {
  return Object.hasOwn(readers, name);
}

function numberFrom(least: number, most = Number.MAX_SAFE_INTEGER): Reader<number> {
  return {
    expects: `a whole number from ${least} to ${most}`,
    read(raw) {
      const value = /^\d{1,16}$/.test(raw) ? Number(raw) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
  };
}

function flag(): Reader<boolean> {
  return { expects: 'on or off', read: raw => (raw === 'on' ? true : raw === 'off' ? false : undefined) };
}

function oneOf<const T extends string | number>(...values: readonly T[]): Reader<T> {
  return { expects: values.join(' or '), read: raw => values.find(value => String(value) === raw) };
}

function matching(expects: string, pattern: RegExp): Reader<string> {
  return { expects, read: raw => (pattern.test(raw) ? raw : undefined) };
}

/** What Node agrees to send: Latin-1 without control characters, except the tab. */
function headerValue(): Reader<string> {
  return matching('text of Latin-1 characters, none of them a control character', /^[\t\x20-\x7e\x80-\xff]*$/);
}
