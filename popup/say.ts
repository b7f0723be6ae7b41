import { locale, type WordKey, words } from '../src/platform/words.ts';
import type { Phrase, Stem } from './view/sentence.ts';

/** The words of what a pure view decided on. */
export function say(phrase: Phrase): string {
  if (typeof phrase === 'string') return phrase;
  if ('stem' in phrase) return sayCount(phrase.stem, phrase.count, ...(phrase.values ?? []));
  const [key, ...values] = phrase;
  return words(key, ...values);
}

/** A sentence with a number, in the plural form that the translation's language asks for. */
export function sayCount(stem: Stem, count: number, ...values: readonly (string | number)[]): string {
  const form = new Intl.PluralRules(words('popup_language')).select(count);
  const figure = new Intl.NumberFormat(locale()).format(count);
  // English has no key for forms that only other languages know.
  return words(`${stem}_${form}` as WordKey, figure, ...values) || words(`${stem}_other`, figure, ...values);
}

/** Gives the page the language and the direction of its words. */
export function setLanguage(page: Document): void {
  page.documentElement.lang = words('popup_language');
  page.documentElement.dir = words('popup_direction');
}
