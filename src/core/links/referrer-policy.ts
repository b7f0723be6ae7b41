/** What a page wants its links to tell of it (Referrer Policy, section 3). */
export const REFERRER_POLICIES = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
] as const;
export type ReferrerPolicy = (typeof REFERRER_POLICIES)[number];

/** What holds where nobody says anything. */
export const USUAL_POLICY = 'strict-origin-when-cross-origin' satisfies ReferrerPolicy;

/** The policy that a page or a link names, with the older names that HTML knows too; null where it names none. */
export function readPolicy(text: string): ReferrerPolicy | null {
  const name = text.trim().toLowerCase();
  return REFERRER_POLICIES.find(policy => policy === (OLDER_NAMES.get(name) ?? name)) ?? null;
}

/** HTML, section 4.2.5.3, "referrer". */
const OLDER_NAMES = new Map([
  ['never', 'no-referrer'],
  ['default', USUAL_POLICY],
  ['always', 'unsafe-url'],
  ['origin-when-crossorigin', 'origin-when-cross-origin'],
]);

/** What the browser itself would send as `Referer` for a link on `page` (Referrer Policy, section 8.3). */
export function refererFor(url: string, page: string | null, policy: ReferrerPolicy): string | null {
  if (page === null) return null;
  const from = new URL(page);
  const to = new URL(url);
  const whole = `${from.origin}${from.pathname}${from.search}`;
  const origin = `${from.origin}/`;
  const isSame = from.origin === to.origin;
  const isDowngrade = from.protocol === 'https:' && to.protocol === 'http:';
  switch (policy) {
    case 'no-referrer':
      return null;
    case 'unsafe-url':
      return whole;
    case 'origin':
      return origin;
    case 'strict-origin':
      return isDowngrade ? null : origin;
    case 'same-origin':
      return isSame ? whole : null;
    case 'origin-when-cross-origin':
      return isSame ? whole : origin;
    case 'no-referrer-when-downgrade':
      return isDowngrade ? null : whole;
    case 'strict-origin-when-cross-origin':
      if (isDowngrade) return null;
      return isSame ? whole : origin;
  }
}
