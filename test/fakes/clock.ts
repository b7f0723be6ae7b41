interface Timer {
  /** ms until it rings. */
  left: number;
  readonly act: () => void;
}

/** The computer's clock. Time passes for everyone alike, but the user or the network may set what the clock shows. */
export class FakeClock {
  /** What it shows, ms since the epoch. */
  now = Date.UTC(2026, 0, 1);
  private timers: Timer[] = [];

  /** Lets `act` happen after so many ms, whatever the clock shows then. */
  after(ms: number, act: () => void): void {
    this.timers.push({ left: ms, act });
  }

  /** Lets time pass, and what is due happen. */
  elapse(ms: number): void {
    this.now += ms;
    for (const timer of this.timers) timer.left -= ms;
    const due = this.timers.filter(({ left }) => left <= 0);
    this.timers = this.timers.filter(({ left }) => left > 0);
    for (const { act } of due) act();
  }

  /** Sets the clock, forward or back, in no time. */
  jump(ms: number): void {
    this.now += ms;
  }

  /** ms until the next thing happens by itself; null when nothing will. */
  next(): number | null {
    return this.timers.length === 0 ? null : Math.min(...this.timers.map(({ left }) => left));
  }

  /** What was to happen ends with the browser. */
  forget(): void {
    this.timers = [];
  }
}
