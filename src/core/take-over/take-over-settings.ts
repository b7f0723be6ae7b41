import { isWithin } from '../links/host.ts';

/** Which of the browser's downloads come here. */
export interface TakeOverSettings {
  /** Hosts that stand for themselves and all below them; `*`: every site that is granted. None: nothing is taken. */
  readonly sites: readonly string[];
  /** Extensions without a dot (`tar.gz`) and MIME types (`video/*`); none: all. */
  readonly types: readonly string[];
  /** Bytes. A file whose size is not known beforehand is as small as can be. */
  readonly leastSize: number;
}

export const TAKE_OVER_OFF: TakeOverSettings = { sites: [], types: [], leastSize: 1_000_000 };

const MOST_ENTRIES = 1_000;
const EXTENSION = /^[a-z0-9]{1,20}(?:\.[a-z0-9]{1,20}){0,2}$/;
const MIME_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,100}\/(?:\*|[a-z0-9][a-z0-9!#$&^_.+-]{0,100})$/;

/** The settings, with names in lower case; or the field that is wrong, `takeOver` where it is the whole. */
export function parseTakeOver(value: unknown): TakeOverSettings | { readonly wrong: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { wrong: 'takeOver' };
  const fields = new Map<string, unknown>(Object.entries(value));
  const unknown = [...fields.keys()].find(key => !Object.hasOwn(TAKE_OVER_OFF, key));
  if (unknown !== undefined) return { wrong: unknown };
  const sites = listOf(fields.get('sites'), isSite);
  if (sites === null) return { wrong: 'sites' };
  const types = listOf(fields.get('types'), text => EXTENSION.test(text) || MIME_TYPE.test(text));
  if (types === null) return { wrong: 'types' };
  const leastSize = fields.get('leastSize');
  if (typeof leastSize !== 'number' || !Number.isSafeInteger(leastSize) || leastSize < 0) return { wrong: 'leastSize' };
  return { sites, types, leastSize };
}

/** Each once, in lower case; null where one of them is not as it must be. */
function listOf(value: unknown, isGood: (text: string) => boolean): readonly string[] | null {
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) return null;
  const texts = value.map((entry: unknown) => (typeof entry === 'string' ? entry.toLowerCase() : ''));
  return texts.every(isGood) ? [...new Set(texts)] : null;
}

/** A host as `URL.hostname` writes it: in Punycode, an IPv6 address in brackets. */
function isSite(text: string): boolean {
  if (text === '*') return true;
  const url = `https://${text}/`;
  return !/[/?#@*]/.test(text) && URL.canParse(url) && new URL(url).hostname === text;
}

/** Whether a host is one of these sites, or below one of them. */
export function isSiteOn(hostname: string, sites: readonly string[]): boolean {
  return sites.some(site => site === '*' || isWithin(hostname, site));
}
