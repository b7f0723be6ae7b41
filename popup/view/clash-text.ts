import { figuresLocale } from './locale.ts';
import type { Clash } from '../../src/core/naming/conflict.ts';
import type { Phrase } from './sentence.ts';
import { sizeText } from './sizes.ts';

/** Size and date of two files of one name: the one that is there, and the one that comes. */
export interface ClashText {
  readonly there: readonly Phrase[];
  readonly comes: readonly Phrase[];
}

/** Both in the same form, whatever is known, so that they can be compared. */
export function clashText(clash: Clash, locale?: string, zone?: string): ClashText {
  return {
    there: [sizeOf(clash.bytes, locale), dateOf(clash.at, locale, zone)],
    comes: [sizeOf(clash.newBytes, locale), dateOf(clash.newAt, locale, zone)],
  };
}

function sizeOf(bytes: number | null, locale: string | undefined): Phrase {
  return bytes === null ? ['clash_noSize'] : sizeText(bytes, locale);
}

function dateOf(at: number | null, locale: string | undefined, zone: string | undefined): Phrase {
  if (at === null) return ['clash_noDate'];
  return new Intl.DateTimeFormat(locale ?? figuresLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(at);
}
