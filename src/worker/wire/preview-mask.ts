import { isWeb } from '../../core/links/parse-link.ts';
import { fileNameFor } from '../../core/naming/file-name.ts';
import { FIELD_NAMES, isMaskProblem, type MaskProblem } from '../../core/naming/mask.ts';
import type { MaskValues } from '../../core/naming/mask-values.ts';
import { parseMask } from '../../core/naming/parse-mask.ts';
import { renderMask } from '../../core/naming/render-mask.ts';
import { wallClock } from '../../core/naming/wall-clock.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { MaskPreview } from '../../messages/mask.ts';
import type { WordKey, Words } from '../../messages/words.ts';
import type { Ports } from '../ports.ts';
import { type Fields, fieldsOf, textField, wholeField } from './ask.ts';

type Known = Omit<MaskValues, 'name' | 'at'>;

/** An invented file, for a mask that is tried without one. */
const INVENTED: Known = {
  url: 'https://files.example.org/lectures/2026/recording-07.mp4',
  page: 'https://www.example.org/lectures/',
  title: 'Lectures of the winter term',
  text: 'Recording 7',
  contentType: 'video/mp4',
  index: 7,
  batch: 3,
};

/** What a mask makes of a file now, or what is wrong with it. A mask that cannot be read is an answer, not an error. */
export async function previewMask(ports: Pick<Ports, 'now' | 'words' | 'zone'>, ask: unknown): Promise<MaskPreview> {
  const { words } = ports;
  const fields = fieldsOf(ask, ['mask', 'sample'], words);
  const values = sampleOf(fields.get('sample') ?? {}, wallClock(ports.now(), ports.zone()), words);
  const mask = parseMask(textField(fields, 'mask', words));
  if (!isMaskProblem(mask)) return { path: renderMask(mask, values), problem: null, fields: [...FIELD_NAMES] };
  const { at, length } = mask;
  return { path: null, problem: { at, length, message: sentence(mask, words) }, fields: [...FIELD_NAMES] };
}

/** With a URL of its own the file is another than the invented one: then nothing is known of it but what is said. */
function sampleOf(sample: unknown, at: MaskValues['at'], words: Words): MaskValues {
  const fields = fieldsOf(sample, ['url', 'name', 'page', 'title', 'text', 'contentType', 'index', 'batch'], words);
  const own = textField(fields, 'url', words);
  const url = own || INVENTED.url;
  if (!isWeb(url)) throw new Refusal('bad-ask', words('link_notAUrl', url));
  const unknown = { url, page: null, title: null, text: null, contentType: null, index: 1, batch: 1 };
  const usual: Known = own === '' ? INVENTED : unknown;
  const text = (name: 'page' | 'title' | 'text' | 'contentType'): string | null =>
    textOr(usual[name], fields, name, words);
  const [title, contentType] = [text('title'), text('contentType')];
  const wished = textOr(null, fields, 'name', words);
  return {
    name: fileNameFor({ wished, disposition: null, url, title, contentType }),
    url,
    page: text('page'),
    title,
    text: text('text'),
    contentType,
    index: wholeField(fields, 'index', usual.index, Number.MAX_SAFE_INTEGER, words),
    batch: wholeField(fields, 'batch', usual.batch, Number.MAX_SAFE_INTEGER, words),
    at,
  };
}

/** null and '' say that there is none. */
function textOr(usual: string | null, fields: Fields, name: string, words: Words): string | null {
  return fields.has(name) ? textField(fields, name, words) : usual;
}

function sentence({ problem, found, known }: MaskProblem, words: Words): string {
  if (known === null) return words(PROBLEM_WORDS[problem], found, FIELD_NAMES.join(', '));
  return problem === 'unknown-modifier'
    ? words('mask_otherModifier', found, `.${known}`)
    : words('mask_otherField', found, `*${known}*`);
}

const PROBLEM_WORDS = {
  empty: 'mask_empty',
  'too-long': 'mask_tooLong',
  unclosed: 'mask_unclosed',
  'unknown-field': 'mask_unknownField',
  'unknown-modifier': 'mask_unknownModifier',
  'modifier-does-not-fit': 'mask_modifierDoesNotFit',
  outside: 'mask_outside',
  'no-name': 'mask_noName',
} as const satisfies Record<MaskProblem['problem'], WordKey>;
