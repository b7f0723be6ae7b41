/**
 * The host that is meant, as `URL.hostname` writes it; null where it can be none. An address may be pasted whole, and
 * `*.` before a host says what is so in any case: that all below it is meant too.
 */
export function typedSite(text: string): string | null {
  const typed = text.trim().replace(/^\*\./, '');
  const url = /^https?:\/\//i.test(typed) ? typed : `https://${typed}/`;
  if (typed === '' || /[\s*@]/.test(typed) || (url !== typed && /[/\\?#]/.test(typed)) || !URL.canParse(url))
    return null;
  return new URL(url).hostname.replace(/\.$/, '') || null;
}

/** The match patterns that are asked for, for a site and all below it. An address has nothing below it. */
export function patternsOf(site: string): readonly string[] {
  const host = site.startsWith('[') || /^[\d.]+$/.test(site) || !site.includes('.') ? site : `*.${site}`;
  return [`https://${host}/*`, `http://${host}/*`];
}
