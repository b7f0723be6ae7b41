import { linkifyit } from 'linkify-it';

/**
 * The web addresses that stand in a page's text, in order. Repaired is what people write so that nothing makes a link
 * of it: `hxxp`, and `[.]` for a dot. An address without a scheme counts only where it begins with `www.`: `main.rs`
 * and `read.me` are names of files.
 */
export function textAddresses(text: string): string[] {
  if (!HINT.test(text)) return [];
  const words = text.split(SEPARATORS).filter(word => word.length <= LONGEST_WORD && HINT.test(word));
  return words.flatMap(word => addressesOf(healed(word)));
}

const HINT = /:\/\/|\[:\]|www(?:\.|\[)/i;
/** No address goes on behind them; CJK punctuation is among it. */
const SEPARATORS = /[\s<>"“”„«»。，、；！？「」『』【】《》]+/u;
/** UTF-16 units. To look for an address takes longer than the word is long. */
const LONGEST_WORD = 4 * 1024;

const finder = linkifyit({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false, maxLength: LONGEST_WORD });
for (const schema of ['ftp:', 'mailto:', '//']) finder.add(schema, null);

function healed(word: string): string {
  return word
    .replaceAll('[.]', '.')
    .replaceAll('[:]', ':')
    .replace(/(^|[^a-z\d])hxxp(s?):\/\//gi, (_, before: string, s: string) => `${before}http${s.toLowerCase()}://`);
}

function addressesOf(word: string): string[] {
  return (finder.match(word) ?? []).flatMap(({ schema, raw }) => {
    if (schema !== '') return [raw];
    return /^www\./i.test(raw) ? [`https://${raw}`] : [];
  });
}
