/**
 * The ways in which a page is looked at.
 *
 * @import { Page } from 'puppeteer-core'
 * @typedef {'light' | 'dark' | 'narrow' | 'zoomed' | 'mirrored' | 'forced'} LookName
 */

/**
 * Makes a page look so; `form` is the window that it stands in.
 *
 * @param {Page} view @param {LookName} look @param {'popup' | 'page'} form
 */
export async function lookAt(view, look, form) {
  const isPopup = form === 'popup';
  const isSharp = isPopup && (look === 'light' || look === 'dark');
  const [width, height] = isPopup ? [400, 600] : [1000, 760];
  const size = {
    // WCAG 2.2, 1.4.10: a window of 1280 px at 400 %.
    narrow: { width: 320, height: isPopup ? 600 : 760 },
    zoomed: { width: isPopup ? 400 : 640, height: isPopup ? 300 : 400, deviceScaleFactor: 2 },
  };
  await view.setViewport(
    look === 'narrow' || look === 'zoomed' ? size[look] : { width, height, deviceScaleFactor: isSharp ? 2 : 1 },
  );
  const session = await view.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: look === 'dark' ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: look === 'forced' ? 'active' : 'none' },
    ],
  });
  await view.evaluate(
    direction => {
      document.documentElement.dir = direction;
    },
    look === 'mirrored' ? 'rtl' : 'ltr',
  );
  await rest(view);
}

/** Waits until every colour has arrived; what moves for ever does not count. @param {Page} view */
export async function rest(view) {
  await view.evaluate(() => {
    const passing = document.getAnimations().filter(each => each.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(passing.map(({ finished }) => finished));
  });
}
