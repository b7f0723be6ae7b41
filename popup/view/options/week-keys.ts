import { dayOf, type Hour, HOURS_A_DAY } from './week.ts';

/** How the week lies before the user: which way its days and hours run. */
export interface WeekLayout {
  /** Days as they follow one another, 0 = Sunday. */
  readonly order: readonly number[];
  /** Hours run down, and days across: for narrow pages. */
  readonly isTall: boolean;
  readonly isRightToLeft: boolean;
}

/** Where a key leads from an hour; null for keys that lead nowhere. At an edge it stays. */
export function hourByKey(key: string, from: Hour, { order, isTall, isRightToLeft }: WeekLayout): Hour | null {
  const place = order.indexOf(dayOf(from));
  const time = from % HOURS_A_DAY;
  const move = (days: number, hours: number): Hour => at(place + days, time + hours, order);
  const onward = isRightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return isTall ? move(onward, 0) : move(0, onward);
    case 'ArrowLeft':
      return isTall ? move(-onward, 0) : move(0, -onward);
    case 'ArrowDown':
      return isTall ? move(0, 1) : move(1, 0);
    case 'ArrowUp':
      return isTall ? move(0, -1) : move(-1, 0);
    case 'Home':
      return isTall ? at(0, time, order) : at(place, 0, order);
    case 'End':
      return isTall ? at(order.length - 1, time, order) : at(place, HOURS_A_DAY - 1, order);
    default:
      return null;
  }
}

function at(place: number, time: number, order: readonly number[]): Hour {
  const day = order[Math.min(Math.max(place, 0), order.length - 1)] ?? 0;
  return day * HOURS_A_DAY + Math.min(Math.max(time, 0), HOURS_A_DAY - 1);
}
