import { parsePaste } from '../src/core/links/parse-paste.ts';

/** The links of markup that was copied or dropped, one a line, where its plain text tells of fewer; null else. */
export function richerMarkup(taken: DataTransfer | null): string | null {
  const markup = taken?.getData('text/html') ?? '';
  if (markup === '') return null;
  const { links } = parsePaste(markup);
  const plain = parsePaste(taken?.getData('text/plain') ?? '').links;
  return links.length > plain.length ? `${links.map(({ url }) => url).join('\n')}\n` : null;
}
