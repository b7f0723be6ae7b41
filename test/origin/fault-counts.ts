/** What is counted, each for itself and for each URL. */
export type Counted = 'status' | 'cut' | 'stall' | 'version';

/** How often each counted thing has happened to a URL; only GETs spend, anything may look. */
export class FaultCounts {
  readonly #spent = new Map<string, number>();

  spent(url: string, what: Counted): number {
    return this.#spent.get(`${what} ${url}`) ?? 0;
  }

  spend(url: string, what: Counted): void {
    this.#spent.set(`${what} ${url}`, this.spent(url, what) + 1);
  }

  clear(): void {
    this.#spent.clear();
  }
}
