/** ms between the end of one look and the next. */
const PAUSE = 500;

export interface Poller {
  /** Looks at once, or right after the look that is under way; resolves when that look is done. */
  refresh(): Promise<void>;
  stop(): void;
}

/** Looks again and again, while `isWatched` says that someone sees it, and never twice at a time. */
export function startPolling(look: () => Promise<void>, isWatched: () => boolean, pause = PAUSE): Poller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let isStopped = false;

  function begin(): Promise<void> {
    clearTimeout(timer);
    current = look().finally(() => {
      current = null;
      if (!isStopped && isWatched()) timer = setTimeout(begin, pause);
    });
    return current;
  }
  function refresh(): Promise<void> {
    if (current === null) return begin();
    next ??= current.then(() => {
      next = null;
      return begin();
    });
    return next;
  }
  function stop(): void {
    isStopped = true;
    clearTimeout(timer);
  }
  void begin();
  return { refresh, stop };
}
