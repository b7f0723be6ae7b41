import { send } from '../messages/send.ts';

/**
 * Runs in the pages of sites of which downloads are taken over, and only there: with Alt held a click is the browser's
 * own matter, and so is whatever is chosen from its menu ("Save link as…"). It tells that, and nothing of the page.
 */
declare global {
  var longhaulListens: boolean | undefined;
}

function tell(event: Event): void {
  if (event.isTrusted && isBypass(event)) send('worker', 'bypass', {}).catch(ignoreSilence);
}

function isBypass(event: Event): boolean {
  if (event.type === 'contextmenu') return true;
  if (event instanceof KeyboardEvent) return event.altKey && event.key === 'Enter';
  return event instanceof MouseEvent && event.altKey;
}

/** The extension may have been reloaded since: what listens then is the next page. */
function ignoreSilence(): void {}

if (globalThis.longhaulListens !== true) {
  globalThis.longhaulListens = true;
  for (const type of ['click', 'auxclick', 'contextmenu', 'keydown']) addEventListener(type, tell, { capture: true });
}
