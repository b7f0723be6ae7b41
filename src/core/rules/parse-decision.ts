import { staysInside } from '../links/parse-link.ts';
import { CONFLICTS } from '../naming/conflict.ts';
import { isMaskProblem } from '../naming/mask.ts';
import { parseMask } from '../naming/parse-mask.ts';
import { CARRIER_NAMES } from '../carriers/carrier-name.ts';
import { PRIORITIES } from '../queue/item.ts';
import { readChoice, readFields } from './read-fields.ts';
import { type Decision, STARTS } from './rule.ts';
import type { Note } from './rule-problem.ts';

function isMask(text: string): boolean {
  return !isMaskProblem(parseMask(text));
}

const LONGEST_TEXT = 1024;
const KEYS: readonly string[] = [
  'folder',
  'mask',
  'priority',
  'carrier',
  'conflict',
  'start',
] satisfies (keyof Decision)[];

/** Reads what a rule decides; what is not there stays as it would be without the rule. */
export function parseDecision(value: unknown, note: Note): Decision {
  const field = readFields(value ?? {}, 'then', KEYS, note);
  const wrong = (name: keyof Decision, problem: Parameters<Note>[1]) => () =>
    note(`then.${name}`, problem, field(name));
  return {
    folder: readText(field('folder'), staysInside, wrong('folder', 'bad-folder')),
    mask: readText(field('mask'), isMask, wrong('mask', 'bad-mask')),
    priority: readChoice(field('priority'), PRIORITIES, wrong('priority', 'bad-priority')),
    carrier: readChoice(field('carrier'), CARRIER_NAMES, wrong('carrier', 'bad-carrier')),
    conflict: readChoice(field('conflict'), CONFLICTS, wrong('conflict', 'bad-conflict')),
    start: readChoice(field('start'), STARTS, wrong('start', 'bad-start')),
  };
}

function readText(value: unknown, isGood: (text: string) => boolean, wrong: () => void): string | null {
  if (value === null) return null;
  if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT && isGood(value)) return value;
  wrong();
  return null;
}
