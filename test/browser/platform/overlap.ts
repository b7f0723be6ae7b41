import type { LoggedRequest } from '../../origin/origin.ts';

/** How much later than the browser the server may learn that an answer is over. Milliseconds. */
const SLACK = 30;

/** The most requests that were under way at the same time. */
export function mostAtOnce(requests: readonly LoggedRequest[]): number {
  return Math.max(
    0,
    ...requests.map(
      ({ at }) => requests.filter(other => other.at <= at && (other.endedAt ?? Infinity) - SLACK > at).length,
    ),
  );
}
