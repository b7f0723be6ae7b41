import { decodeEntities } from './entities.ts';
import { noteOf, type Piece } from './pasted.ts';

/** Tags whose `href` or `src` is worth a download. `link` and `script` belong to the page. */
const WITH_TARGETS = new Set(['a', 'area', 'img', 'audio', 'video', 'source', 'track', 'embed', 'iframe', 'frame']);
/** What is in them is not text that a person reads. */
const UNREAD = /^(?:script|style|head|title|template|noscript)$/;

/** Whether a text is markup of a page: it has a tag that may lead somewhere. An autolink `<https://…>` is not one. */
export function isHtml(text: string): boolean {
  return (
    /<(?:a|area|img|audio|video|source|embed|iframe)\s[^<>]*=/i.test(text) || /<!doctype html|<html[\s>]/i.test(text)
  );
}

/**
 * The targets of a page's markup, in its order, and the text between them. The text of an anchor that leads somewhere is
 * left out: it often is another address. Each character is looked at once.
 */
export function readHtml(text: string): Piece[] {
  const pieces: Piece[] = [];
  let base: string | null = null;
  let at = 0;
  let isInAnchor = false;
  let unread: string | null = null;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const before = text.slice(at, open < 0 ? undefined : open);
    if (!isInAnchor && unread === null && before.trim() !== '') pieces.push({ text: decodeEntities(before) });
    if (open < 0) break;
    const tag = readTag(text, open);
    at = tag.end;
    if (unread !== null) {
      if (tag.name === `/${unread}`) unread = null;
      if (tag.name === 'base') base ??= tag.target;
    } else if (tag.name === '/a') {
      isInAnchor = false;
    } else if (tag.name === 'base') {
      base ??= tag.target;
    } else if (WITH_TARGETS.has(tag.name)) {
      if (tag.name === 'a') isInAnchor = tag.target !== null;
      pieces.push(...pieceOf(tag.target, base));
    } else if (tag.name === '') {
      pieces.push({ text: tag.text });
    } else if (UNREAD.test(tag.name)) {
      unread = tag.name;
    }
  }
  return pieces;
}

function pieceOf(target: string | null, base: string | null): Piece[] {
  if (target === null || target === '' || target.startsWith('#')) return [];
  if (URL.canParse(target)) return [{ link: { url: target } }];
  if (base !== null && URL.canParse(target, base)) return [{ link: { url: new URL(target, base).href } }];
  return target.startsWith('//') ? [{ link: { url: `https:${target}` } }] : [noteOf('relative', target)];
}

interface Tag {
  /** In small letters, with the slash of a closing one; '' where it is none, and `text` then is what stands there. */
  readonly name: string;
  readonly target: string | null;
  readonly text: string;
  readonly end: number;
}

const NAME = /<(?:!--|(\/?[a-z][a-z0-9-]{0,30})(?=[\s/>]))/iy;
const ATTRIBUTE = /[\s/]*([^\s/<>=]{1,100})(?:\s{0,10}=\s{0,10}(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+)))?/y;

function readTag(text: string, open: number): Tag {
  NAME.lastIndex = open;
  const begun = NAME.exec(text);
  if (begun === null) return asText(text, open);
  const name = begun[1]?.toLowerCase();
  if (name === undefined) {
    const close = text.indexOf('-->', open);
    return { name: '!--', target: null, text: '', end: close < 0 ? text.length : close + 3 };
  }
  let target: string | null = null;
  ATTRIBUTE.lastIndex = NAME.lastIndex;
  for (;;) {
    const from = ATTRIBUTE.lastIndex;
    const found = ATTRIBUTE.exec(text);
    if (found === null) {
      const close = closeOf(text, from);
      return { name, target, text: '', end: close };
    }
    const value = found[2] ?? found[3] ?? found[4];
    if (value !== undefined && target === null && /^(?:href|src)$/i.test(found[1] ?? ''))
      target = decodeEntities(value).trim().replace(/\s/g, '%20');
  }
}

/** One past the `>`, or the next `<` where the tag is broken off. */
function closeOf(text: string, from: number): number {
  const ends = /[<>]/g;
  ends.lastIndex = from;
  const found = ends.exec(text);
  if (found === null) return text.length;
  return found[0] === '>' ? found.index + 1 : found.index;
}

function asText(text: string, open: number): Tag {
  const next = text.indexOf('<', open + 1);
  const end = next < 0 ? text.length : next;
  return { name: '', target: null, text: text.slice(open, end), end };
}
