import { noteOf, type Piece } from './pasted.ts';

/** Whether a text has links or images as Markdown writes them, or definitions of such. */
export function isMarkdown(text: string): boolean {
  return /\]\([^\s)]/.test(text) || DEFINITION.test(text);
}

/** `[label]: target "title"` (CommonMark, section 4.7). */
const DEFINITION = /^ {0,3}\[[^[\]\n]{1,200}\]:[ \t]{0,20}(?=\S)/m;
const LONGEST = 40_000;

/**
 * The targets of Markdown's links, images and definitions, and the text around them: addresses in it and autolinks are
 * left to who reads plain text (CommonMark, sections 6.3 and 6.4).
 */
export function readMarkdown(text: string): Piece[] {
  const pieces: Piece[] = [];
  const begins = new RegExp(`\\]\\(|${DEFINITION.source}`, 'gm');
  let done = 0;
  for (let found = begins.exec(text); found !== null; found = begins.exec(text)) {
    const start = begins.lastIndex;
    const target = readTarget(text, start, found[0] === '](');
    if (target === null) continue;
    pieces.push({ text: text.slice(done, found.index) });
    pieces.push(...pieceOf(target.text));
    done = target.end;
    begins.lastIndex = target.end;
  }
  pieces.push({ text: text.slice(done) });
  return pieces;
}

function pieceOf(target: string): Piece[] {
  if (target === '' || target.startsWith('#')) return [];
  if (/^h(?:tt|xx)ps?:\/\//i.test(target)) return [{ link: { url: target.replace(/^hxxp/i, 'http') } }];
  if (target.startsWith('//')) return [{ link: { url: `https:${target}` } }];
  // Another scheme, or a host without one: plain text knows them.
  return /^[a-z][a-z\d+.-]*:|^www\./i.test(target) ? [{ text: ` ${target} ` }] : [noteOf('relative', target)];
}

/** `<a b>` up to its end, else to the first space or to the bracket that closes the link. */
function readTarget(
  text: string,
  start: number,
  isInline: boolean,
): { readonly text: string; readonly end: number } | null {
  let at = start;
  while (text.charAt(at) === ' ' && at < start + 20) at += 1;
  if (text.charAt(at) === '<') {
    const rest = text.slice(at + 1, at + LONGEST);
    const close = rest.search(/[<>\n]/);
    if (close < 0 || rest.charAt(close) !== '>') return null;
    return { text: rest.slice(0, close).replace(/ /g, '%20'), end: at + close + 2 };
  }
  const from = at;
  const written: string[] = [];
  let depth = 0;
  for (; at < text.length && at - from < LONGEST; at += 1) {
    const here = text.charAt(at);
    if (/\s/.test(here) || (isInline && here === ')' && depth === 0)) break;
    if (here === '(') depth += 1;
    if (here === ')') depth -= 1;
    const next = text.charAt(at + 1);
    if (here === '\\' && /[!-/:-@[-`{-~]/.test(next)) {
      written.push(next);
      at += 1;
    } else {
      written.push(here);
    }
  }
  return { text: written.join(''), end: at };
}
