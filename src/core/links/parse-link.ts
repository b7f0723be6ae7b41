import { CONFLICTS } from '../naming/conflict.ts';
import { isMaskProblem } from '../naming/mask.ts';
import { parseMask } from '../naming/parse-mask.ts';
import type { PlaceAsked, Said } from '../queue/place.ts';
import { REFERRER_POLICIES, type ReferrerPolicy, USUAL_POLICY } from './referrer-policy.ts';
import { CARRIER_NAMES, type CarrierName } from '../carriers/carrier-name.ts';
import { type Checksum, CHECKSUM_ALGORITHMS, PRIORITIES, type Priority } from '../queue/item.ts';

/** A link that may enter the queue: checked, whole, and free of what must not be kept. */
export interface Link extends Omit<PlaceAsked, 'batch'> {
  readonly url: string;
  readonly referrer: string | null;
  readonly referrerPolicy: ReferrerPolicy;
  /** null leaves it to the rules. */
  readonly priority: Priority | null;
  readonly wish: CarrierName | null;
  readonly checksum: Checksum | null;
  readonly group: string | null;
  /** The URL had a user name or a password in it. */
  readonly hadSignIn: boolean;
}

/** What is wrong with a link. The wire makes a sentence of it (`link_<problem>`); `detail` is the part to name. */
export type LinkProblem =
  | 'not-a-link'
  | 'not-a-url'
  | 'scheme'
  | 'too-long'
  | 'bad-name'
  | 'bad-folder'
  | 'bad-mask'
  | 'bad-conflict'
  | 'bad-download'
  | 'bad-title'
  | 'bad-text'
  | 'bad-priority'
  | 'bad-carrier'
  | 'bad-checksum'
  | 'bad-group'
  | 'bad-referrer'
  | 'bad-referrer-policy'
  | 'unknown-key';

export interface RefusedLink {
  readonly problem: LinkProblem;
  /** The URL as it was sent, cut short; '' where there was none. */
  readonly url: string;
  readonly detail: string;
}

/** Longer URLs are refused by servers long before (most stop at 8 KiB). Counted in UTF-16 units. */
const LONGEST_URL = 32 * 1024;
const LONGEST_TEXT = 1024;
const KEYS: readonly string[] = [
  'url',
  'referrer',
  'referrerPolicy',
  'name',
  'folder',
  'mask',
  'conflict',
  'download',
  'title',
  'text',
  'priority',
  'carrier',
  'checksum',
  'group',
];
const HEX_LENGTH = { 'sha-256': 64, 'sha-1': 40, md5: 32 } as const;

/**
 * Reads one link of a message. Nobody's message is trusted: every field is checked, an unknown one is an error.
 *
 * A user name and password in the URL are dropped (Background Fetch refuses them, and the queue must not keep
 * secrets), and so is the fragment, which no server sees.
 */
export function parseLink(asked: unknown): Link | RefusedLink {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    return { problem: 'not-a-link', url: '', detail: typeof asked };
  const fields = new Map<string, unknown>(Object.entries(asked));
  const sent = fields.get('url');
  if (typeof sent !== 'string') return { problem: 'not-a-url', url: '', detail: typeof sent };
  const refuse = (problem: LinkProblem, detail: unknown): RefusedLink => ({
    problem,
    url: shorten(sent),
    detail: shorten(typeof detail === 'string' ? detail : (JSON.stringify(detail) ?? '')),
  });

  const unknown = [...fields.keys()].find(key => !KEYS.includes(key));
  if (unknown !== undefined) return refuse('unknown-key', unknown);
  if (sent.length > LONGEST_URL) return refuse('too-long', `${sent.length}`);
  const url = parseUrl(sent);
  if (url === 'not-a-url') return refuse('not-a-url', sent);
  if (url.href === null) return refuse('scheme', url.scheme);
  if (url.href.length > LONGEST_URL) return refuse('too-long', `${url.href.length}`);

  const referrer = fields.get('referrer') ?? null;
  const from = typeof referrer === 'string' && referrer.length <= LONGEST_URL ? parseUrl(referrer) : null;
  if (referrer !== null && (from === null || from === 'not-a-url')) return refuse('bad-referrer', referrer);
  const policy = fields.get('referrerPolicy') ?? USUAL_POLICY;
  const referrerPolicy = REFERRER_POLICIES.find(each => each === policy);
  if (referrerPolicy === undefined) return refuse('bad-referrer-policy', policy);
  const name = fields.get('name') ?? null;
  if (!isText(name)) return refuse('bad-name', name);
  const folder = fields.get('folder') ?? null;
  if (!isText(folder) || !staysInside(folder)) return refuse('bad-folder', folder);
  const mask = fields.get('mask') ?? null;
  if (mask !== null && (!isText(mask) || isMaskProblem(parseMask(mask)))) return refuse('bad-mask', mask);
  const conflict = oneOf(CONFLICTS, fields.get('conflict'));
  if (conflict === undefined) return refuse('bad-conflict', fields.get('conflict'));
  const said = parseSaid(fields);
  if (typeof said === 'string') return refuse(`bad-${said}`, fields.get(said));
  const group = fields.get('group') ?? null;
  if (!isText(group)) return refuse('bad-group', group);
  const priority = oneOf(PRIORITIES, fields.get('priority'));
  if (priority === undefined) return refuse('bad-priority', fields.get('priority'));
  const wish = oneOf(CARRIER_NAMES, fields.get('carrier'));
  if (wish === undefined) return refuse('bad-carrier', fields.get('carrier'));
  const checksum = parseChecksum(fields.get('checksum') ?? null);
  if (checksum === 'bad') return refuse('bad-checksum', fields.get('checksum'));

  return {
    url: url.href,
    // A page of another scheme (an extension's, a local file) has no Referer that a server may see.
    referrer: from === null || from === 'not-a-url' ? null : from.href,
    referrerPolicy,
    name,
    folder,
    mask,
    conflict,
    said,
    priority,
    wish,
    checksum,
    group,
    hadSignIn: url.hadSignIn,
  };
}

/** Whether the answer of `parseLink` is a refusal. */
export function isRefused(link: Link | RefusedLink): link is RefusedLink {
  return 'problem' in link;
}

/** Only the web: `file:` would copy local files (measured), the rest cannot be fetched or would run. */
export function isWeb(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

interface WebUrl {
  readonly href: string;
  readonly hadSignIn: boolean;
}

function parseUrl(text: string): WebUrl | { href: null; scheme: string } | 'not-a-url' {
  if (!URL.canParse(text.trim())) return 'not-a-url';
  const url = new URL(text.trim());
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { href: null, scheme: url.protocol };
  const hadSignIn = url.username !== '' || url.password !== '';
  url.username = '';
  url.password = '';
  url.hash = '';
  return { href: url.href, hadSignIn };
}

/** What the page said, or the field that is no text. A text that is too long is cut: nobody chose it with care. */
function parseSaid(fields: ReadonlyMap<string, unknown>): Said | keyof Said {
  const texts: Record<keyof Said, string | null> = { download: null, title: null, text: null };
  for (const key of ['download', 'title', 'text'] as const) {
    const value = fields.get(key) ?? '';
    if (typeof value !== 'string') return key;
    texts[key] = value.trim().slice(0, LONGEST_TEXT) || null;
  }
  return texts;
}

/** null where nothing is said, undefined for anything else. */
function oneOf<T extends string>(choices: readonly T[], asked: unknown): T | null | undefined {
  return asked === undefined || asked === null ? null : choices.find(choice => choice === asked);
}

function parseChecksum(asked: unknown): Checksum | null | 'bad' {
  if (asked === null) return null;
  if (typeof asked !== 'string') return 'bad';
  const [name, hex, ...rest] = asked.trim().toLowerCase().split(':');
  const algorithm = CHECKSUM_ALGORITHMS.find(each => each === name);
  if (algorithm === undefined || hex === undefined || rest.length > 0) return 'bad';
  return /^[0-9a-f]+$/.test(hex) && hex.length === HEX_LENGTH[algorithm] ? { algorithm, hex } : 'bad';
}

function isText(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT);
}

/** A folder below the download folder: relative, and never upwards. */
export function staysInside(folder: string | null): boolean {
  if (folder === null) return true;
  return !/^[/\\]|^[a-z]:/i.test(folder) && !folder.split(/[/\\]/).some(part => part.trim() === '..');
}

function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
