import polyfill from 'webextension-polyfill';

/**
 * The one door to the browser's extension API, and the polyfill's one import: it throws outside an extension.
 *
 * Typed as Chromium's own `chrome`, whose MV3 calls answer with promises: where `browser` is native (Chromium 156)
 * the polyfill passes it through, elsewhere it wraps `chrome`, and what it does not know it leaves as it is.
 */
export const browser = polyfill as unknown as typeof chrome;
