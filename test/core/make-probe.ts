import type { ProbeResult } from '../../src/core/carriers/probe-result.ts';

type Answered = ProbeResult & { readonly kind: 'answered' };

/** A probe's answer: a file of 5 MB that nothing is known of but its size. */
export function answered(overrides: Partial<Answered> = {}): Answered {
  return {
    kind: 'answered',
    finalUrl: 'https://files.test/dir/file.zip',
    total: 5_000_000,
    contentType: null,
    disposition: null,
    validator: null,
    hasRanges: null,
    isOpen: false,
    modifiedAt: null,
    ...overrides,
  };
}
