import type { LanguageChoice } from '../core/settings.ts';
import { fillSentence, sentencesOf } from '../messages/fill-sentence.ts';
import type { WordKey, Words } from '../messages/words.ts';
import { browser } from './browser.ts';

export type { WordKey };

/** Reads the sentence from `_locales`, in the language that was chosen last; in the browser's where none was. */
export const words: Words = (key, ...values) => {
  noteReading();
  const told = values.map(value => (typeof value === 'string' && isFromRight() ? isolated(value) : String(value)));
  if (spoken.sentences === null) return browser.i18n.getMessage(key, told);
  return fillSentence(spoken.sentences.get(key) ?? '', told);
};

function isFromRight(): boolean {
  const direction = spoken.sentences?.get(DIRECTION) ?? browser.i18n.getMessage(DIRECTION, []);
  return direction === 'rtl';
}

const DIRECTION = 'popup_direction' satisfies WordKey;

/** First strong isolate … pop: a path or an address keeps its own direction within the sentence (UAX 9, section 2.4). */
function isolated(value: string): string {
  return `\u2068${value}\u2069`;
}

/** The language tag for `Intl`; undefined: as the browser is. */
export function locale(): string | undefined {
  noteReading();
  return spoken.language === 'browser' ? undefined : spoken.language.replace('_', '-');
}

/**
 * From now on all words are of this language; what it lacks is English. Answers whether that is another one than before.
 * A language whose file cannot be read leaves the browser's.
 */
export async function speak(language: LanguageChoice): Promise<boolean> {
  wanted = language;
  if (spoken.language === language) return false;
  const sentences = language === 'browser' ? null : await read(language).catch(() => null);
  // Another one was chosen meanwhile.
  if (wanted !== language) return false;
  spoken = sentences === null ? AS_THE_BROWSER : { language, sentences };
  return true;
}

/** Calls `act` at each reading of words, so that a page can tell what has to be drawn anew in another language. */
export function onReading(act: () => void): void {
  noteReading = act;
}

interface Spoken {
  readonly language: LanguageChoice;
  readonly sentences: ReadonlyMap<string, string> | null;
}

const AS_THE_BROWSER: Spoken = { language: 'browser', sentences: null };
let spoken = AS_THE_BROWSER;
let wanted: LanguageChoice = 'browser';
let noteReading = (): void => undefined;

async function read(language: LanguageChoice): Promise<ReadonlyMap<string, string>> {
  const [english, own] = await Promise.all(
    ['en', language].map(async name => {
      const answer = await fetch(browser.runtime.getURL(`_locales/${name}/messages.json`));
      return sentencesOf(await answer.json());
    }),
  );
  return new Map([...(english ?? []), ...(own ?? [])]);
}
