import { test } from 'node:test';
import fc from 'fast-check';
import { LOG_LENGTH } from '../../../src/core/queue/log.ts';
import { itemIn, NOW, STAGE_NAMES, type StageName } from '../make-item.ts';
import { keptOf } from '../make-parts.ts';
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
    kept: fc.constantFrom(null, null, keptOf(0), keptOf(0, 1), keptOf(0, 1, 2, 3)),
  })
  .map(({ stage, notes, kept, ...rest }) =>
    itemIn(stage, { ...rest, kept: hasEnded(stage) ? null : kept, log: Array.from({ length: notes }, () => note) }),
  );

/** With an end the parts go. */
function hasEnded(stage: StageName): boolean {
  return stage === 'done' || stage === 'cancelled';
}

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
