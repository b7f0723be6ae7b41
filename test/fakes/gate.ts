/** Called before each call of a port and after it. A gate that never resolves is a death, one that rejects a fault. */
export type Gate = (point: Point) => Promise<void>;

export interface Point {
  readonly when: 'before' | 'after';
  /** Port and call, as `items.save`. */
  readonly call: string;
}

/** The port with a gate before and after each of its calls. */
export function guarded<T extends object>(name: string, port: T, gate: Gate): T {
  const entries = Object.entries(port).map(([key, member]: [string, unknown]) => {
    if (typeof member !== 'function') return [key, member];
    const call = `${name}.${key}`;
    const guardedCall = async (...args: unknown[]): Promise<unknown> => {
      await gate({ when: 'before', call });
      const answer: Promise<unknown> = Promise.resolve(member.apply(port, args));
      await answer.catch(() => undefined);
      await gate({ when: 'after', call });
      return answer;
    };
    return [key, guardedCall];
  });
  return Object.fromEntries(entries) as T;
}

/**
 * Whether a call may fail although its deed is done. What is written to disk is written whole or not at all, and
 * `downloads.download` makes no download where it rejects; the answer of a page may get lost.
 */
export function mayFailLate({ call }: Point): boolean {
  return /^(fetch|parcels|watch|world|session)\./.test(call);
}
