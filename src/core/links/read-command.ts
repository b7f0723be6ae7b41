import { CURL, type OptionUse, WGET } from './command-options.ts';
import { parseLinks } from './parse-links.ts';
import { noteOf, type PastedLink, type Piece } from './pasted.ts';
import { readShellWords } from './shell-words.ts';

export type Program = 'curl' | 'wget';
const OPTIONS = { curl: CURL, wget: WGET } as const satisfies Record<Program, ReadonlyMap<string, OptionUse>>;

/**
 * Reads a command line of curl or wget that begins at `start`: the links, their names and the page that leads to them.
 *
 * What cannot be honoured is told by the name of its option or header. Values never are: they may be passwords, cookies
 * or tokens.
 */
export function readCommand(text: string, start: number, program: Program): { pieces: readonly Piece[]; end: number } {
  const { words, end, isOpen } = readShellWords(text, start);
  const line = readOptions(words.slice(1), OPTIONS[program], program);
  const links = line.urls.flatMap((url, index): PastedLink[] => {
    // curl's second name is for its second link; wget writes all into one file.
    const name = program === 'curl' ? line.names[index] : line.urls.length === 1 ? line.names.at(-1) : undefined;
    return [{ url, ...nameOf(name), ...(line.referrer === null ? {} : { referrer: line.referrer }) }];
  });
  const notes = isOpen ? [...line.notes, noteOf('quote', program)] : line.notes;
  return { pieces: [...links.map(link => ({ link })), ...notes], end };
}

interface Line {
  readonly urls: string[];
  readonly names: string[];
  readonly notes: Piece[];
  referrer: string | null;
}

function readOptions(words: readonly string[], options: ReadonlyMap<string, OptionUse>, program: Program): Line {
  const line: Line = { urls: [], names: [], notes: [], referrer: null };
  let areOptionsOver = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      areOptionsOver = true;
    } else if (word === '>' || word === '>>') {
      at += 1;
      line.names.push(words[at] ?? '');
    } else if (areOptionsOver || !word.startsWith('-') || word === '-') {
      takeUrl(line, word, program);
    } else {
      for (const { name, value } of splitOption(word, options)) {
        const use = options.get(name);
        const takesNext = value === null && use !== undefined && !use.startsWith('flag');
        if (takesNext) at += 1;
        take(line, name, use, value ?? (takesNext ? (words[at] ?? '') : ''), program);
      }
    }
  }
  return line;
}

/** `--output=x`, `-LO`, `-sSLox`: the options in one word. The value is null where it may be the next word. */
function splitOption(
  word: string,
  options: ReadonlyMap<string, OptionUse>,
): readonly { readonly name: string; readonly value: string | null }[] {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=');
    return [equals < 0 ? { name: word, value: null } : { name: word.slice(0, equals), value: word.slice(equals + 1) }];
  }
  if (options.has(word)) return [{ name: word, value: null }];
  const found: { name: string; value: string | null }[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const name = `-${word.charAt(at)}`;
    const use = options.get(name);
    if (use === undefined || use.startsWith('flag')) {
      found.push({ name, value: null });
    } else {
      found.push({ name, value: word.slice(at + 1) || null });
      break;
    }
  }
  return found;
}

function take(line: Line, name: string, use: OptionUse | undefined, value: string, program: Program): void {
  switch (use) {
    case 'url':
      return takeUrl(line, value, program);
    case 'name':
      return void line.names.push(value);
    case 'referrer':
      return takeReferrer(line, value.replace(/;auto$/, ''));
    case 'header':
      return takeHeader(line, value);
    case 'value-method':
      if (value.toUpperCase() !== 'GET') line.notes.push(noteOf('method', name));
      return;
    case 'flag-method':
    case 'value-data':
      return void line.notes.push(noteOf('method', name));
    case 'flag-own-name':
      return void line.names.push('');
    case 'flag-dropped':
    case 'value-dropped':
      return;
    default:
      return void line.notes.push(noteOf('option', name));
  }
}

const HAS_SCHEME = /^[a-z][a-z0-9+.-]{0,30}:\/\//i;

function takeUrl(line: Line, word: string, program: Program): void {
  const url = HAS_SCHEME.test(word) ? word : parseLinks(word.includes('/') ? word : `${word}/`)[0];
  if (url === undefined) line.notes.push(noteOf('word', word));
  // curl writes its ranges with a hyphen.
  else line.urls.push(program === 'curl' ? url.replace(/\[(\w{1,15})-(\w{1,15})(:\d{1,9})?\]/g, '[$1:$2$3]') : url);
}

function takeReferrer(line: Line, value: string): void {
  if (URL.canParse(value)) line.referrer = value;
  else if (value !== '') line.notes.push(noteOf('header', 'Referer'));
}

/** Headers that the browser sends by itself, or that ask for nothing but politeness. */
const THE_BROWSERS =
  /^(?:accept|accept-.*|cache-control|connection|dnt|host|if-.*|origin|pragma|priority|sec-.*|te|upgrade-insecure-requests|user-agent)$/i;

function takeHeader(line: Line, header: string): void {
  const colon = header.indexOf(':');
  const name = header.slice(0, colon < 0 ? undefined : colon).trim();
  const value = colon < 0 ? '' : header.slice(colon + 1).trim();
  if (/^referer$/i.test(name)) return takeReferrer(line, value);
  // Without a colon it may be a value that lost its name.
  if (!THE_BROWSERS.test(name)) line.notes.push(noteOf('header', /^[\w-]{1,60}$/.test(name) ? name : '?'));
}

/** `-o -` and `-o /dev/null` are not names. Of a path the last part is the name; folders are made by rules. */
function nameOf(asked: string | undefined): { readonly name: string } | null {
  if (asked === undefined || asked.startsWith('/dev/')) return null;
  const name = asked.split(/[/\\]/).at(-1)?.trim() ?? '';
  return name === '' || name === '-' ? null : { name };
}
