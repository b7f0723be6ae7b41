import { typesOfName } from '../naming/extension.ts';
import { nameOfUrl } from '../naming/file-name.ts';
import type { Known } from './rule.ts';

/** What is known of a link, in the form that conditions look at; made once for all rules. */
export interface Traits {
  readonly host: string;
  readonly url: string;
  readonly page: string | null;
  /** Lower-case, without parameters; null where the server has not said, or has said nothing by it. */
  readonly type: string | null;
  /** What the name tells of the type, for a link whose type stays unknown. */
  readonly guessedTypes: readonly string[];
  /** Lower-case; '' where nothing tells it. */
  readonly name: string;
  /** Nobody will name it otherwise. */
  readonly isNamed: boolean;
  readonly size: number | null;
  readonly isFinal: boolean;
}

/** Types by which servers say "save it", whatever it is. */
const SAYS_NOTHING: readonly string[] = [
  'application/octet-stream',
  'binary/octet-stream',
  'application/force-download',
  'application/x-download',
];

export function traitsOf(known: Known): Traits {
  const { url, page, contentType, size, isFinal } = known;
  const said = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const type = said === '' || SAYS_NOTHING.includes(said) ? null : said;
  const name = (known.name ?? nameOfUrl(url, type)).toLowerCase();
  return {
    host: new URL(url).hostname.replace(/\.$/, ''),
    url,
    page,
    type,
    guessedTypes: isFinal && type === null ? typesOfName(name) : [],
    name,
    isNamed: isFinal || known.name !== null,
    size,
    isFinal,
  };
}
