/** A slice of a slowed body lasts about this long. Milliseconds. */
const sliceMs = 25;
/** How much lateness of timers is made up for. Milliseconds. */
const slackMs = 50;

/**
 * Spreads bytes evenly over time. Whoever wants to send reserves a slice and waits until the slice's time is over;
 * several that share a pace take turns.
 */
export class Pace {
  readonly #bytesPerSecond: number;
  #reservedUntil: number;

  /** Moments are milliseconds of `performance.now()`. */
  constructor(bytesPerSecond: number, now = performance.now()) {
    this.#bytesPerSecond = bytesPerSecond;
    this.#reservedUntil = now;
  }

  /** The most bytes that should be reserved at once. */
  get slice(): number {
    return Math.max(1, Math.floor((this.#bytesPerSecond * sliceMs) / 1000));
  }

  /** Milliseconds to wait before these bytes may go. */
  reserve(bytes: number, now = performance.now()): number {
    this.#reservedUntil = Math.max(this.#reservedUntil, now - slackMs) + (bytes * 1000) / this.#bytesPerSecond;
    return this.#reservedUntil - now;
  }
}
