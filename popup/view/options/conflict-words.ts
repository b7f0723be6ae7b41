import type { Conflict } from '../../../src/core/naming/conflict.ts';
import type { WordKey } from '../../../src/platform/words.ts';

/** What becomes of a file whose name is taken. */
export const CONFLICT_WORDS = {
  rename: 'rules_conflictRename',
  overwrite: 'rules_conflictOverwrite',
  skip: 'rules_conflictSkip',
  ask: 'rules_conflictAsk',
} as const satisfies Record<Conflict, WordKey>;
