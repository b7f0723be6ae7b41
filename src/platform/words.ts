import type { Words } from '../messages/words.ts';
import { browser } from './browser.ts';

export type { WordKey } from '../messages/words.ts';

/** Reads the sentence from `_locales`, in the language of the browser. */
export const words: Words = (key, ...values) =>
  browser.i18n.getMessage(
    key,
    values.map(value => String(value)),
  );
