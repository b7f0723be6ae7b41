/** A sentence of `_locales` as it is stored: named placeholders stand for a `$1` each. */
interface Stored {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The sentences of a `messages.json`, by their keys, with numbered places only. Whatever is not a sentence is left out. */
export function sentencesOf(file: unknown): ReadonlyMap<string, string> {
  const entries = typeof file === 'object' && file !== null ? Object.entries(file) : [];
  return new Map(entries.flatMap(([key, stored]) => (isStored(stored) ? [[key, numbered(stored)]] : [])));
}

/** Puts values into their places as `chrome.i18n.getMessage` does: `$1` to `$9`, and `$$` for a dollar. */
export function fillSentence(sentence: string, values: readonly (string | number)[]): string {
  return sentence.replaceAll(/\$(?:([1-9])|(\$+))/g, (_, place?: string, dollars?: string) =>
    place === undefined ? (dollars ?? '') : String(values[Number(place) - 1] ?? ''),
  );
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}

/** Names are told apart without regard to case, as Chromium does. A name that nothing stands for goes. */
function numbered({ message, placeholders = {} }: Stored): string {
  const contents = new Map(Object.entries(placeholders).map(([name, { content }]) => [name.toLowerCase(), content]));
  return message.replaceAll(/\$([a-z0-9_@]+)\$/gi, (_, name: string) => contents.get(name.toLowerCase()) ?? '');
}
