import { isGranted } from '../links/origin-patterns.ts';
import { isRefused, isWeb, parseLink } from '../links/parse-link.ts';
import { lastSegment } from '../naming/file-name.ts';
import { type Bypass, bypassOf } from './bypass.ts';
import type { ForeignDownload } from './foreign-download.ts';
import { isSiteOn, type TakeOverSettings } from './take-over-settings.ts';

/** Why a download is left to the browser. */
export type Obstacle =
  | 'of-extension'
  | 'ended'
  | 'incognito'
  | 'not-web'
  | 'sign-in'
  | 'site-off'
  | 'small'
  | 'other-type'
  | 'no-access'
  | 'bypassed';

export interface Around {
  /** Match patterns of the hosts that the user has granted. */
  readonly grants: readonly string[];
  readonly bypasses: readonly Bypass[];
  /** ms since the epoch. */
  readonly now: number;
}

/**
 * Why a download that has just begun is to be left to the browser; null: it may be taken over, if the server gives the
 * same file once more (`isSameFile`).
 *
 * The site that counts is that of the page, for this is where the user switches it on; a download that tells no page is
 * of its own host's. Both the page and the file must be granted: what the user says in the page is not heard otherwise,
 * nor what the server answers.
 */
export function obstacleToTakeOver(
  download: ForeignDownload,
  settings: TakeOverSettings,
  { grants, bypasses, now }: Around,
): Obstacle | null {
  const { url, finalUrl, referrer, total } = download;
  if (download.isOfExtension) return 'of-extension';
  if (download.state !== 'in_progress') return 'ended';
  if (download.isIncognito) return 'incognito';
  if (!isWeb(url) || !isWeb(finalUrl) || (referrer !== null && !isWeb(referrer))) return 'not-web';
  const link = parseLink({ url });
  if (isRefused(link)) return 'not-web';
  if (link.hadSignIn) return 'sign-in';
  const page = referrer ?? url;
  if (!isSiteOn(new URL(page).hostname, settings.sites)) return 'site-off';
  if ((total ?? 0) < settings.leastSize) return 'small';
  if (!fits(download, settings.types)) return 'other-type';
  if (![page, url, finalUrl].every(each => isGranted(each, grants))) return 'no-access';
  return bypassOf(download, bypasses, now) === null ? null : 'bypassed';
}

function fits({ type, url, finalUrl }: ForeignDownload, types: readonly string[]): boolean {
  if (types.length === 0) return true;
  const names = [url, finalUrl].map(each => lastSegment(each).toLowerCase());
  return types.some(wanted => {
    if (!wanted.includes('/')) return names.some(name => name.endsWith(`.${wanted}`));
    return wanted.endsWith('/*') ? (type?.startsWith(wanted.slice(0, -1)) ?? false) : type === wanted;
  });
}
