import { test } from 'node:test';
import fc from 'fast-check';
import { LOG_LENGTH } from '../../../src/core/queue/item.ts';
import { itemIn, NOW, STAGE_NAMES } from '../make-item.ts';
import { steps, type Taken, walk } from './steps.ts';

const note = { at: NOW, what: 'lost', detail: null } as const;

/** An item anywhere on its way, with or without a past. */
export const starts = fc
  .record({
    stage: fc.constantFrom(...STAGE_NAMES),
    notes: fc.constantFrom(0, LOG_LENGTH),
    again: fc.boolean(),
    referrer: fc.constantFrom(null, 'https://files.test/page'),
    failures: fc.nat(2),
    losses: fc.nat(5),
    furthest: fc.constantFrom(0, 300_000),
  })
  .map(({ stage, notes, ...rest }) => itemIn(stage, { ...rest, log: Array.from({ length: notes }, () => note) }));

export const paths = fc.array(steps, { minLength: 1, maxLength: 60, size: 'max' });

/** Holds `law` at every step of random lives of an item, from every stage. */
export function always(what: string, law: (taken: Taken) => void): void {
  test(what, () => {
    fc.assert(
      fc.property(starts, paths, (start, path) => walk(start, path).forEach(law)),
      { numRuns: 120 },
    );
  });
}
