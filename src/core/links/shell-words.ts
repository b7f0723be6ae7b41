/** A command line in words, as a POSIX shell reads it. */
export interface ShellWords {
  readonly words: readonly string[];
  /** Where the next command or line begins. */
  readonly end: number;
  /** A quote was opened and never closed; then the line ends where the text does. */
  readonly isOpen: boolean;
}

/**
 * Reads one command from `start` to the end of its line: quotes of both kinds, `$'…'`, and lines that go on behind `\`.
 * Variables and commands inside of the words are left as they are: nothing is run here. Takes linear time.
 *
 * An `&` or `;` inside of a word is part of it: addresses are often pasted without the quotes that they would need.
 */
export function readShellWords(text: string, start: number): ShellWords {
  const words: string[] = [];
  let at = start;
  let word: string[] | null = null;
  const finish = (): void => {
    if (word !== null) words.push(word.join(''));
    word = null;
  };
  while (at < text.length) {
    const here = text.charAt(at);
    if (here === '\n' || (here === '|' && word === null)) break;
    if ((here === ';' || here === '&') && isEndOfWord(text, at + 1)) break;
    if (here === '\\') {
      const next = text.slice(at + 1, at + 3);
      const isJoint = next.startsWith('\n') || next === '\r\n';
      if (!isJoint) (word ??= []).push(next.charAt(0));
      at += next === '\r\n' ? 3 : 2;
    } else if (here === ' ' || here === '\t' || here === '\r') {
      finish();
      at += 1;
    } else if (here === "'" || here === '"' || (here === '$' && text.charAt(at + 1) === "'")) {
      const quoted = readQuoted(text, at);
      if (quoted === null) {
        (word ??= []).push(text.slice(at + 1));
        finish();
        return { words, end: text.length, isOpen: true };
      }
      (word ??= []).push(quoted.text);
      at = quoted.end;
    } else {
      (word ??= []).push(here);
      at += 1;
    }
  }
  finish();
  return { words, end: Math.min(at + 1, text.length), isOpen: false };
}

function isEndOfWord(text: string, at: number): boolean {
  return at >= text.length || /[\s&]/.test(text.charAt(at));
}

function readQuoted(text: string, start: number): { readonly text: string; readonly end: number } | null {
  const isAnsi = text.charAt(start) === '$';
  const quote = isAnsi ? "'" : text.charAt(start);
  const read: string[] = [];
  let at = start + (isAnsi ? 2 : 1);
  while (at < text.length) {
    const here = text.charAt(at);
    if (here === quote) return { text: read.join(''), end: at + 1 };
    if (here === '\\' && (isAnsi || quote === '"')) {
      const escaped = isAnsi ? readEscape(text, at) : readSlash(text, at);
      read.push(escaped.text);
      at = escaped.end;
    } else {
      read.push(here);
      at += 1;
    }
  }
  return null;
}

/** Inside of `"…"` a backslash means something before a few characters only. */
function readSlash(text: string, at: number): { readonly text: string; readonly end: number } {
  const next = text.charAt(at + 1);
  if (next === '\n') return { text: '', end: at + 2 };
  return { text: '"\\$`'.includes(next) ? next : `\\${next}`, end: at + 2 };
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', e: '\u001B' };

/** Of `$'…'`, as bash reads it. */
function readEscape(text: string, at: number): { readonly text: string; readonly end: number } {
  const code = /^(?:x([\da-f]{1,2})|u([\da-f]{1,4}))/i.exec(text.slice(at + 1, at + 6));
  const digits = code?.[1] ?? code?.[2];
  if (digits !== undefined)
    return { text: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 2 + digits.length };
  const next = text.charAt(at + 1);
  return { text: LETTERS[next] ?? next, end: at + 2 };
}
