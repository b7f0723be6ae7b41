import { figuresLocale } from './locale.ts';
import type { Phrase } from './sentence.ts';
import { sizePair, sizeText, steadySizeText } from './sizes.ts';

/** Whole percent from 0 to 100, or null where it would be a guess. It says 100 only when nothing is missing. */
export function percentOf(bytes: number, total: number | null): number | null {
  if (total === null || total <= 0 || bytes > total) return null;
  return bytes === total ? 100 : Math.min(99, Math.floor((bytes / total) * 100));
}

/** How much is here: "3.1 of 12 MB", "3.1 MB" when the whole is unknown, null when there is nothing to say. */
export function amountText(bytes: number, total: number | null, locale?: string): Phrase | null {
  if (total === null || total <= 0 || bytes > total) return bytes > 0 ? steadySizeText(bytes, locale) : null;
  const [part, whole] = sizePair(bytes, total, locale);
  return ['size_ofTotal', part, whole];
}

/** How far it once was: "43%", or "3.1 MB" when the whole is unknown. */
export function reachedText(bytes: number, total: number | null, locale?: string): string {
  const percent = percentOf(bytes, total);
  return percent === null ? sizeText(bytes, locale) : percentText(percent, locale);
}

export function percentText(percent: number, locale = figuresLocale()): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100);
}

/** The size of a file that does not move: the whole where it is known. */
export function wholeText(bytes: number, total: number | null, locale?: string): string | null {
  const size = Math.max(bytes, total ?? 0);
  return size > 0 ? sizeText(size, locale) : null;
}

export function speedText(bytesPerSecond: number, locale?: string): Phrase {
  return ['size_speed', steadySizeText(bytesPerSecond, locale)];
}
