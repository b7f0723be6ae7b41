import { signal } from '@preact/signals';
import type { Choice } from '../../src/core/links/choice.ts';
import type { OfferedLink } from '../../src/core/links/offered-link.ts';
import { staysInside } from '../../src/core/links/parse-link.ts';
import type { MaskPreview } from '../../src/messages/mask.ts';
import { send } from '../../src/messages/send.ts';
import { words } from '../../src/platform/words.ts';
import { visibleName } from '../view/visible-name.ts';

export type Terms = Pick<Choice, 'mask' | 'folder' | 'conflict' | 'isPaused'>;

/** How the chosen links are to be taken. */
export const terms = signal<Terms>({ mask: '', folder: '', conflict: null, isPaused: false });
/** What the mask makes of the sample; null while there is none. */
export const named = signal<MaskPreview | null>(null);
/** Which rule decides about the sample, in one line; '' where the user has no rules. */
export const ruled = signal('');

export function setTerms(part: Partial<Terms>): void {
  terms.value = { ...terms.value, ...part };
}

/** A folder that leads out of the download folder is refused by the queue: it is told here at once. */
export function folderProblem({ folder }: Terms): string | null {
  return staysInside(folder.trim()) ? null : words('link_badFolder', folder);
}

let lastAsk = 0;

/** Asks what becomes of a link by these terms and the user's rules. Only the last answer counts. */
export async function preview(link: OfferedLink | null, { mask, folder }: Terms): Promise<void> {
  lastAsk += 1;
  const ask = lastAsk;
  const [name, rule] = await Promise.all([
    link === null || (mask === '' && folder === '') ? null : previewName(link, mask),
    link === null ? '' : previewRule(link),
  ]);
  if (ask !== lastAsk) return;
  named.value = name;
  ruled.value = rule;
}

async function previewName({ found, title, name }: OfferedLink, mask: string): Promise<MaskPreview | null> {
  const { url, page, text, download } = found;
  const sample = { url, page, title, text, ...(download === null ? {} : { name }) };
  return send('worker', 'preview-mask', { mask: mask === '' ? '*name*' : mask, sample }).catch(() => null);
}

async function previewRule({ found, name }: OfferedLink): Promise<string> {
  const ask = { url: found.url, page: found.page, name: found.download };
  const answer = await send('worker', 'test-rules', ask).catch(() => null);
  if (answer === null || answer.steps.length === 0) return '';
  const file = visibleName(name);
  const matched = answer.steps.find(({ rule }) => rule === answer.matched);
  if (matched !== undefined) return words('chooser_ruleDecides', visibleName(matched.title) || matched.rule, file);
  const isUnsure = answer.steps.some(({ verdict }) => verdict === 'unsure');
  return words(isUnsure ? 'chooser_ruleUnsure' : 'chooser_ruleNone', file);
}
