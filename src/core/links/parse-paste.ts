import { parseLinks } from './parse-links.ts';
import { noteOf, type Pasted, type PastedLink, type PasteKind, type PasteNote, type Piece } from './pasted.ts';
import { type Program, readCommand } from './read-command.ts';
import { isHtml, readHtml } from './read-html.ts';
import { type NamedChecksum, readListLine } from './read-list-line.ts';
import { isMarkdown, readMarkdown } from './read-markdown.ts';

/** Notes of one text: a page may have thousands of relative links, and nobody reads more. */
const MOST_NOTES = 100;

/**
 * Reads what a person pasted: markup, Markdown, lists with names or checksums, command lines of curl and wget, or any
 * text with links in it, also mixed. Each link once, in the order of the text. What is not understood is told in `notes`.
 * Takes time in proportion to the text.
 */
export function parsePaste(text: string): Pasted {
  const found = new Found();
  let rest: string[] = [];
  const flush = (): void => {
    found.takeText(rest.join('\n'));
    rest = [];
  };
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const program = programOf(line);
    const listed = program === null ? readListLine(line) : null;
    if (program !== null) {
      flush();
      const command = readCommand(text, at + line.search(/(?:curl|wget)/), program);
      found.take(command.pieces, program);
      at = command.end;
      continue;
    }
    if (listed !== null) {
      flush();
      found.takeListed(listed);
    } else {
      rest.push(line);
    }
    at = end + 1;
  }
  flush();
  return found.all();
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A line that begins a command, behind a prompt or `sudo`. */
function programOf(line: string): Program | null {
  const found = /^\s{0,40}(?:[$#>%] )?(?:sudo )?(curl|wget)(?:\.exe)?\s/.exec(line);
  return found?.[1] === 'curl' || found?.[1] === 'wget' ? found[1] : null;
}

/** What was found so far. It has an identity: each reader adds to the same one. */
class Found {
  readonly #links = new Map<string, PastedLink>();
  readonly #notes: PasteNote[] = [];
  readonly #named: NamedChecksum[] = [];
  readonly #kinds = new Map<PasteKind, number>();

  take(pieces: readonly Piece[], kind: PasteKind): void {
    for (const piece of pieces) {
      if ('note' in piece) this.#note(piece.note);
      else if ('link' in piece) this.#add(piece.link, kind);
      else for (const url of parseLinks(piece.text)) this.#add({ url }, kind);
    }
  }

  takeText(text: string): void {
    if (text.trim() === '') return;
    if (isHtml(text)) this.take(readHtml(text), 'html');
    else if (isMarkdown(text)) this.take(readMarkdown(text), 'markdown');
    else this.take([{ text }], 'text');
  }

  takeListed(listed: NonNullable<ReturnType<typeof readListLine>>): void {
    for (const line of listed) {
      if ('named' in line) this.#named.push(line.named);
      else this.take([line], 'list');
    }
  }

  all(): Pasted {
    this.#joinChecksums();
    const [kind = 'text'] = [...this.#kinds].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    return { kind, links: [...this.#links.values()], notes: this.#notes };
  }

  /** Two spellings of one address are one link; what is known of either is known of it. */
  #add(link: PastedLink, kind: PasteKind): void {
    const key = identityOf(link.url);
    this.#links.set(key, { ...link, ...this.#links.get(key) });
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
  }

  #note(note: PasteNote): void {
    const isKnown = this.#notes.some(({ problem, detail }) => problem === note.problem && detail === note.detail);
    if (!isKnown && this.#notes.length < MOST_NOTES) this.#notes.push(note);
  }

  /** Gives checksums to the links whose file they are of; else they tell what to fetch from the folder among the links. */
  #joinChecksums(): void {
    if (this.#named.length === 0) return;
    const byFile = new Map([...this.#links].map(([key, link]) => [fileOf(link.url), key]));
    const folders = [...this.#links.values()].filter(({ url }) => /^[^?#]*\/$/.test(url));
    const [folder] = folders.length === 1 ? folders : [];
    for (const { file, checksum } of this.#named) {
      const key = byFile.get(file.split('/').at(-1) ?? '');
      const link = key === undefined ? undefined : this.#links.get(key);
      if (key !== undefined && link !== undefined) this.#links.set(key, { checksum, ...link });
      else if (folder !== undefined) this.#add({ url: within(folder.url, file), checksum }, 'list');
      else this.#note(noteOf('checksum-alone', file).note);
    }
    this.#kinds.set('list', this.#named.length + (this.#kinds.get('list') ?? 0));
    if (folder !== undefined && this.#links.size > 1) this.#links.delete(identityOf(folder.url));
  }
}

/** The last part of the path, as a checksum list would write it. */
function fileOf(url: string): string {
  const part = /^[^?#]*/.exec(url)?.[0].split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function within(folder: string, file: string): string {
  const path = file.replace(/^(?:\.?\/)+/, '').split('/');
  return folder + path.map(part => encodeURIComponent(part)).join('/');
}

function identityOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  if (parsed.protocol === 'http:' || parsed.protocol === 'https:') parsed.hash = '';
  return parsed.href;
}
