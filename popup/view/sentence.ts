import type { WordKey } from '../../src/platform/words.ts';

/** A sentence before it is put into words: its key and what goes into its places. Views answer with it and stay pure. */
export type Sentence = readonly [key: WordKey, ...values: readonly (string | number)[]];

/** A sentence, or a figure that needs no words around it. */
export type Phrase = Sentence | string;
