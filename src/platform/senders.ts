import type { Sender } from '../messages/answer.ts';
import { browser } from './browser.ts';

/**
 * Whether a message comes from one of our own documents or our worker, not from a content script, whose page may have
 * taken it over (developer.chrome.com, messaging: "less trustworthy").
 */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}
