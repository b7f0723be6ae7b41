import type { WordKey } from '../../src/platform/words.ts';

/** A sentence before it is put into words: its key and what goes into its places. Views answer with it and stay pure. */
export type Sentence = readonly [key: WordKey, ...values: readonly (string | number)[]];

type StemOf<K> = K extends `${infer Stem}_other` ? Stem : never;
/** What can be counted: the part of a key before `_one`, `_other` and what else a language needs. */
export type Stem = StemOf<WordKey>;

/** A sentence with a number that decides its form. */
export interface Counted {
  readonly stem: Stem;
  readonly count: number;
  readonly values?: readonly (string | number)[];
}

/** A sentence, or a figure that needs no words around it. */
export type Phrase = Sentence | Counted | string;

/** What a phrase is about, whatever its figures are: a name for it among its neighbours. */
export function topicOf(phrase: Phrase): string {
  if (typeof phrase === 'string') return phrase;
  return 'stem' in phrase ? phrase.stem : phrase[0];
}
