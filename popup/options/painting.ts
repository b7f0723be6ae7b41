import { computed, signal } from '@preact/signals';
import type { TimeWindow } from '../../src/core/queue/time-window.ts';
import { words } from '../../src/platform/words.ts';
import { fillsOf, type Hour, MOST_WINDOWS, painted, rectangle } from '../view/options/week.ts';
import { change, settingFault, settings } from './settings.ts';

/** A stroke under way, from the hour where the pointer went down to where it is. */
interface Stroke {
  readonly from: Hour;
  readonly to: Hour;
  readonly isOpen: boolean;
  /** Of the days, as they are shown. */
  readonly order: readonly number[];
}

const stroke = signal<Stroke | null>(null);

/** The week as it would be if the stroke ended here. */
export const fills = computed(() => {
  const windows = settings.value?.windows ?? [];
  const now = stroke.value;
  const after = now === null ? windows : painted(windows, hoursOf(now), now.isOpen);
  return after === null ? fillsOf(windows).map(() => 'shut' as const) : fillsOf(after);
});

export function beginStroke(hour: Hour, order: readonly number[]): void {
  stroke.value = { from: hour, to: hour, isOpen: fills.value[hour] !== 'open', order };
}

export function strokeTo(hour: Hour): void {
  if (stroke.value !== null) stroke.value = { ...stroke.value, to: hour };
}

export function dropStroke(): void {
  stroke.value = null;
}

export async function endStroke(): Promise<void> {
  const now = stroke.value;
  if (now !== null) await paint(hoursOf(now), now.isOpen);
  stroke.value = null;
}

/** Opens or shuts hours, and saves that. */
export async function paint(hours: readonly Hour[], isOpen: boolean): Promise<void> {
  const after = painted(settings.value?.windows ?? [], hours, isOpen);
  const fault = faultOf(after);
  if (after === null || fault !== null) settingFault.value = { key: 'windows', text: fault ?? '' };
  else await change({ windows: after });
}

function faultOf(windows: readonly TimeWindow[] | null): string | null {
  if (windows === null) return words('options_weekEmpty');
  return windows.length > MOST_WINDOWS ? words('options_weekTooFine') : null;
}

function hoursOf({ from, to, order }: Stroke): readonly Hour[] {
  return rectangle(from, to, order);
}
