import type messages from '../../_locales/en/messages.json';

/** The name of a sentence in `_locales`; English is the complete list. */
export type WordKey = keyof typeof messages;

/** A sentence in the user's language, with `values` in the places of its placeholders. */
export type Words = (key: WordKey, ...values: readonly (string | number)[]) => string;
