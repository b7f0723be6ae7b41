import { isGranted } from '../../src/core/links/origin-patterns.ts';

/** Sites whose hosts the user has granted at first. */
const FIRST = ['https://*.granted.test/*', 'https://*.given.test/*'];

/** What the user has granted. Hosts that were never granted answer everybody in this small world: those of `FIRST` do not. */
export class FakeGrants {
  patterns: readonly string[] = FIRST;

  /** Takes everything back, or gives it again. */
  set(isGiven: boolean): void {
    this.patterns = isGiven ? FIRST : [];
  }

  /** Whether our own requests get an answer that can be read. */
  isReadable(url: string): boolean {
    return isGranted(url, this.patterns) || !isGranted(url, FIRST);
  }
}
