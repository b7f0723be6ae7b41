/**
 * Finds the links in text that a person pasted: one a line, in prose, in markup or made harmless as `hxxp`.
 *
 * Answers each link once, in the order of the text, as it was written; only what is certain is repaired (`hxxp`,
 * `[.]`, a missing `https://`). A link of another scheme is kept, so that whoever takes it can say why not.
 */
export function parseLinks(text: string): string[] {
  const found = new Map<string, string>();
  for (const token of tokensOf(withoutMarkup(text))) {
    const link = linkIn(token);
    if (link !== null && !found.has(identity(link))) found.set(identity(link), link);
  }
  return [...found.values()];
}

/** Replaces `<a href="U">text</a>` and `<img src="U">` by U. An autolink `<https://…>` is not markup. */
function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<a\s([^<>]*)>([^<]*)(?:<\/a\s*>)?/gi, (_, attributes: string, inner: string) => {
      const target = targetOf(attributes);
      return target === null ? ` ${inner} ` : ` ${target} `;
    })
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*|\/)?>/gi, tag => ` ${targetOf(tag) ?? ''} `);
}

function targetOf(attributes: string): string | null {
  const match = /(?:^|\s)(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? null : value.trim().replace(/&amp;/gi, '&').replace(/\s/g, '%20');
}

/** What no one writes inside a link: space, quotes, angle brackets, the punctuation of Chinese and Japanese. */
const SEPARATORS = /[\s<>"`“”„«»‹›。，、；！？「」『』（）【】《》]+|\]\(/u;
/** Links that were strung together: a comma belongs to the link unless another link follows it. Looks at a run of them once. */
const STRUNG = /(?<![,;|])[,;|]+(?=h(?:tt|xx)ps?:\/\/|www\.)/i;

function tokensOf(text: string): string[] {
  const healed = text.replaceAll('[.]', '.').replaceAll('[:]', ':');
  return healed.split(SEPARATORS).flatMap(token => token.split(STRUNG));
}

const OPENING = /^[([{'‘*\\]+/u;
const WITH_SLASHES = /[a-z][a-z0-9+.-]{0,30}:\/\//i;
/** Schemes without `//` that are worth an answer. Any word with a colon is not. */
const WITHOUT_SLASHES = /^(?:about|blob|chrome|data|file|filesystem|javascript|magnet|mailto|tel|view-source):/i;
const BARE_WWW = /^www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[:/?#]|$)/iu;
const BARE_HOST = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,63}(?::\d{1,5})?\//iu;

function linkIn(token: string): string | null {
  const start = token.replace(OPENING, '');
  if (WITHOUT_SLASHES.test(start)) return withoutTail(start);
  const scheme = WITH_SLASHES.exec(token);
  const asBare = BARE_WWW.test(start) || BARE_HOST.test(start);
  if (scheme !== null && !(asBare && !token.startsWith(scheme[0]))) {
    const link = withoutTail(token.slice(scheme.index)).replace(
      /^hxxp(s?):/i,
      (_, s: string) => `http${s.toLowerCase()}:`,
    );
    return /:\/\/[^/]*[\p{L}\p{N}]/u.test(link) || /^file:\/\/\/./i.test(link) ? link : null;
  }
  if (!asBare) return null;
  return `https://${withoutTail(start)}`;
}

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const PUNCTUATION = new Set(['.', ',', ';', ':', '!', '?', "'", '’', '‘', '*', '…', '\\']);

/** Without the sentence around it: punctuation at the end, and brackets that were opened before the link. */
function withoutTail(link: string): string {
  const surplus = new Map(
    Object.entries(CLOSING).map(([close, open]) => [close, count(link, close) - count(link, open)]),
  );
  let end = link.length;
  while (end > 0) {
    const last = link.charAt(end - 1);
    const beyond = surplus.get(last) ?? 0;
    if (beyond <= 0 && !PUNCTUATION.has(last)) break;
    surplus.set(last, beyond - 1);
    end -= 1;
  }
  return link.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Two spellings of one address are one link; what follows `#` is never sent to the server. */
function identity(link: string): string {
  if (!URL.canParse(link)) return link;
  const url = new URL(link);
  if (url.protocol === 'http:' || url.protocol === 'https:') url.hash = '';
  return url.href;
}
