export interface KnownLinksAsk {
  /** At most 1000. */
  urls: readonly string[];
}
export interface KnownLinksAnswer {
  /** One a URL, in their order; null: it may be added. */
  known: ('in-queue' | 'done-before' | null)[];
}

export interface ProbeSizesAsk {
  /** At most 50. */
  urls: readonly string[];
}
export interface ProbeSizesAnswer {
  /** Bytes, one a URL, in their order; null where it was not asked or did not say. */
  sizes: (number | null)[];
}
