import { CONFLICTS } from '../naming/conflict.ts';
import { isMaskProblem } from '../naming/mask.ts';
import { parseMask } from '../naming/parse-mask.ts';
import { LONGEST_PATTERN } from '../rules/pattern.ts';
import { type Choice, readFilter } from './choice.ts';
import { FILE_KINDS } from './file-kind.ts';
import { staysInside } from './parse-link.ts';

/** A choice as it is kept, with the site that it was made on. */
export interface SiteChoice {
  readonly site: string;
  readonly choice: Choice;
}

/** More sites than anyone chooses on regularly. */
export const MOST_SITES = 500;
const MOST_HOSTS = 100;
const LONGEST_HOST = 300;
const LONGEST_TEXT = 1024;
const KEYS = ['kinds', 'hosts', 'include', 'exclude', 'text', 'takes', 'mask', 'folder', 'conflict', 'isPaused'];

/** The choices that are kept, the oldest first. What is not whole is left out: it is chosen anew in a moment. */
export function parseChoices(stored: unknown): SiteChoice[] {
  if (!Array.isArray(stored)) return [];
  const whole = stored.flatMap((entry: unknown): SiteChoice[] => {
    const fields = fieldsOf(entry);
    const site = fields?.get('site');
    const choice = parseChoice(fields?.get('choice'));
    return typeof site === 'string' && site !== '' && site.length <= LONGEST_HOST && choice !== null
      ? [{ site, choice }]
      : [];
  });
  return whole.slice(-MOST_SITES);
}

/** With the choice of a site as the newest, in the place of its older one. The oldest go where they are too many. */
export function withChoice(all: readonly SiteChoice[], site: string, choice: Choice): SiteChoice[] {
  return [...all.filter(other => other.site !== site), { site, choice }].slice(-MOST_SITES);
}

/** null for anything that is not a whole choice, or that would do nothing but fail: a broken mask or pattern. */
export function parseChoice(value: unknown): Choice | null {
  const fields = fieldsOf(value);
  if (fields === null || [...fields.keys()].some(key => !KEYS.includes(key))) return null;
  const [kinds, hosts] = [fields.get('kinds'), fields.get('hosts')];
  if (!isListOf(kinds, FILE_KINDS) || !isTexts(hosts)) return null;
  const texts = ['include', 'exclude', 'text', 'mask', 'folder'].map(key => fields.get(key));
  if (!texts.every(isText)) return null;
  const [include = '', exclude = '', text = '', mask = '', folder = ''] = texts;
  const takes = fields.get('takes');
  const isPaused = fields.get('isPaused');
  const conflict = fields.get('conflict') === null ? null : CONFLICTS.find(each => each === fields.get('conflict'));
  if ((takes !== 'all' && takes !== 'files') || typeof isPaused !== 'boolean' || conflict === undefined) return null;
  const choice: Choice = { kinds, hosts, include, exclude, text, takes, mask, folder, conflict, isPaused };
  return isSound(choice) ? choice : null;
}

function isSound({ mask, folder, ...filter }: Choice): boolean {
  const { includeProblem, excludeProblem } = readFilter(filter);
  if (includeProblem !== null || excludeProblem !== null) return false;
  return (mask === '' || !isMaskProblem(parseMask(mask))) && staysInside(folder);
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map<string, unknown>(Object.entries(value));
}

function isListOf<T extends string>(value: unknown, choices: readonly T[]): value is readonly T[] {
  return Array.isArray(value) && value.length <= choices.length && value.every(each => choices.includes(each as T));
}

function isTexts(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_HOSTS &&
    value.every(host => typeof host === 'string' && host.length <= LONGEST_HOST)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= Math.max(LONGEST_TEXT, LONGEST_PATTERN);
}
