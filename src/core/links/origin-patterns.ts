import { isWithin } from './host.ts';

/**
 * Whether one of the granted match patterns (developer.chrome.com, match patterns) covers a URL.
 *
 * Only what a grant can be: `<all_urls>`, a scheme of http, https or `*`, a host that may begin with `*.` or be `*`,
 * and the path `/*`, for host permissions ignore paths. Ports are ignored, as Chromium does where none is given.
 */
export function isGranted(url: string, patterns: readonly string[]): boolean {
  const { protocol, hostname } = new URL(url);
  const scheme = protocol.slice(0, -1);
  return patterns.some(pattern => {
    if (pattern === '<all_urls>') return scheme === 'http' || scheme === 'https';
    const parts = /^(\*|https?):\/\/([^/]+)\//.exec(pattern);
    if (parts?.[1] === undefined || parts[2] === undefined) return false;
    return (parts[1] === '*' || parts[1] === scheme) && coversHost(parts[2], hostname);
  });
}

function coversHost(pattern: string, hostname: string): boolean {
  const host = pattern.endsWith(']') ? pattern : pattern.replace(/:(\d+|\*)$/, '');
  if (host === '*') return true;
  return host.startsWith('*.') ? isWithin(hostname, host.slice(2)) : host === hostname;
}
