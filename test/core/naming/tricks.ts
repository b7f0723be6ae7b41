import fc from 'fast-check';

/** What makes names go wrong, more often than chance would have it. */
export const TRICKS = [
  '.',
  '..',
  ' ',
  '/',
  '\\',
  ':',
  'con',
  'NUL',
  'com1',
  'lpt0',
  'desktop.ini',
  'conin$',
  'COM¹',
  '.{a}b}',
  '.url',
  '\u2044',
  '\uff0f',
  '\u2028',
  '\u2066',
  '\u200f',
  '\u3164',
  '\u0301\u0323',
  '\u037e',
  '\udc00',
  '.lnk',
  '.local',
  '.{0}',
  '.tar',
  '.gz',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\ud800',
  'e\u0301',
  '\u00a0',
  '%2e',
  '%2F',
  '_',
  'é',
  '🦊',
];

export const tricks = fc.constantFrom(...TRICKS);
/** Short enough never to be shortened: what a cut may lay bare is not looked at here. */
export const texts = fc.oneof(
  fc.array(fc.oneof(tricks, fc.string({ unit: 'grapheme', maxLength: 1 })), { maxLength: 8 }).map(all => all.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
