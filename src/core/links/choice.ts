import {
  isPatternProblem,
  LONGEST_PATTERN,
  parsePattern,
  type Pattern,
  type PatternProblem,
} from '../rules/pattern.ts';
import { isGlob } from '../rules/glob.ts';
import type { Conflict } from '../naming/conflict.ts';
import type { FileKind } from './file-kind.ts';
import { isLikelyFile, type OfferedLink } from './offered-link.ts';

/** What narrows a list of links. All of it must fit; what is empty fits everything. */
export interface LinkFilter {
  readonly kinds: readonly FileKind[];
  readonly hosts: readonly string[];
  /** As typed: globs apart by white space, of which one must fit, or one regular expression. */
  readonly include: string;
  readonly exclude: string;
  /** Words that must be there, `-word` for such as must not. */
  readonly text: string;
}

/** What a user chose on a site, to be chosen again. */
export interface Choice extends LinkFilter {
  /** Whether all that fits the filter was taken, or only what looks like a file. */
  readonly takes: 'all' | 'files';
  /** A mask of names, a folder below the download folder; '' where there is none. */
  readonly mask: string;
  readonly folder: string;
  readonly conflict: Conflict | null;
  readonly isPaused: boolean;
}

export const NO_FILTER: LinkFilter = { kinds: [], hosts: [], include: '', exclude: '', text: '' };

export function isFiltering({ kinds, hosts, include, exclude, text }: LinkFilter): boolean {
  return kinds.length > 0 || hosts.length > 0 || [include, exclude, text].some(typed => typed.trim() !== '');
}

/** A filter, ready. A pattern that cannot be read is told, and narrows nothing. */
export interface ReadFilter {
  readonly matches: (link: OfferedLink) => boolean;
  readonly includeProblem: PatternProblem | null;
  readonly excludeProblem: PatternProblem | null;
}

export function readFilter(filter: LinkFilter): ReadFilter {
  const kinds = new Set(filter.kinds);
  const hosts = new Set(filter.hosts);
  const hasWords = wordTest(filter.text);
  const include = readPatterns(filter.include);
  const exclude = readPatterns(filter.exclude);
  const wanted = isProblem(include) ? [] : include;
  const unwanted = isProblem(exclude) ? [] : exclude;
  return {
    matches: link =>
      (kinds.size === 0 || kinds.has(link.kind)) &&
      (hosts.size === 0 || hosts.has(link.host)) &&
      hasWords(link.haystack) &&
      (wanted.length === 0 || fitsOne(wanted, link)) &&
      !fitsOne(unwanted, link),
    includeProblem: isProblem(include) ? include : null,
    excludeProblem: isProblem(exclude) ? exclude : null,
  };
}

function wordTest(text: string): (haystack: string) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '' && word !== '-');
  const wanted = words.filter(word => !word.startsWith('-'));
  const unwanted = words.filter(word => word.startsWith('-')).map(word => word.slice(1));
  return haystack => wanted.every(word => haystack.includes(word)) && !unwanted.some(word => haystack.includes(word));
}

/** A name is looked at besides the address: `*.jpg` shall fit `photo.jpg?size=2`. */
function fitsOne(patterns: readonly Pattern[], { name, url }: OfferedLink): boolean {
  return patterns.some(({ matches }) => matches(name) || matches(url));
}

/** Each glob costs its length at every link; together they are bounded as one is. */
function readPatterns(typed: string): readonly Pattern[] | PatternProblem {
  const text = typed.trim();
  if (text === '') return [];
  if (text.length > LONGEST_PATTERN) return { problem: 'pattern-long', detail: `${text.length}` };
  const written = text.startsWith('/') ? [text] : text.split(/\s+/).map(withStars);
  const patterns: Pattern[] = [];
  for (const each of written) {
    const pattern = parsePattern(each);
    if (isPatternProblem(pattern)) return pattern;
    patterns.push(pattern);
  }
  return patterns;
}

/** A word without stars means what holds it: as the whole of an address it would never fit. */
function withStars(glob: string): string {
  return isGlob(glob) ? glob : `*${glob}*`;
}

function isProblem(outcome: readonly Pattern[] | PatternProblem): outcome is PatternProblem {
  return 'problem' in outcome;
}

/**
 * The links that a choice takes by itself. Never one that reaches into the user's own network from a page of the
 * internet, nor one that is `known` to the queue: those are for the user's hand alone.
 */
export function takenBy(
  choice: LinkFilter & Pick<Choice, 'takes'>,
  links: readonly OfferedLink[],
  isKnown: (url: string) => boolean = () => false,
): OfferedLink[] {
  const { matches } = readFilter(choice);
  return links.filter(link => isTaken(choice.takes, link) && !isKnown(link.url) && matches(link));
}

/** The same of one link, whatever the filter says. */
export function isTaken(takes: Choice['takes'], link: OfferedLink): boolean {
  return !link.isPrivate && (takes === 'all' || isLikelyFile(link));
}
