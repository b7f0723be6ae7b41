/** ms after the network was seen away in which a failure still says nothing of the server. */
const AFTERMATH = 60_000;

/** Whether the network comes and goes. `awayAt` is when it was last seen away (ms since the epoch); null: never. */
export function isFlapping(isOnline: boolean, awayAt: number | null, now: number): boolean {
  return !isOnline || (awayAt !== null && Math.abs(now - awayAt) < AFTERMATH);
}
