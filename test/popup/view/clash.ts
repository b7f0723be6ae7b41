import type { Clash } from '../../../src/core/naming/conflict.ts';

/** Two files of one name, with what a test cares for. */
export function clashOf(some: Partial<Clash> = {}): Clash {
  return { path: '/downloads/file.zip', bytes: null, at: null, newBytes: null, newAt: null, ...some };
}
