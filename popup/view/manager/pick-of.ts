import type { Pick } from './selection.ts';

interface Held {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a click selects, as every file manager has it. */
export function pickOfClick({ shiftKey, ctrlKey, metaKey }: Held): Pick {
  const isMore = ctrlKey || metaKey;
  if (shiftKey) return isMore ? 'add-reach' : 'reach';
  return isMore ? 'toggle' : 'only';
}

/** What a key that leads to another line selects: with Control held the line is only gone to. */
export function pickOfMove({ shiftKey, ctrlKey, metaKey }: Held): Pick {
  const isMore = ctrlKey || metaKey;
  if (shiftKey) return isMore ? 'add-reach' : 'reach';
  return isMore ? 'go' : 'only';
}
