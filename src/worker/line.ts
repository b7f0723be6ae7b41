/** Does each work alone, one after the other, in the order in which they came. One that fails does not stop the rest. */
export interface Line {
  <T>(work: () => Promise<T>): Promise<T>;
  /** How many are at work or wait for it. */
  count(): number;
}

/** The line dies with the worker, and so do those who stand in it: what matters is on disk. */
export function createLine(): Line {
  let end: Promise<unknown> = Promise.resolve();
  let length = 0;
  const line = <T>(work: () => Promise<T>): Promise<T> => {
    length += 1;
    const turn = end.then(work).finally(() => {
      length -= 1;
    });
    end = turn.catch(() => undefined);
    return turn;
  };
  return Object.assign(line, { count: () => length });
}
