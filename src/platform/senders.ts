import type { Sender } from '../messages/answer.ts';
import { OF_CONTENT_SCRIPTS } from '../messages/protocol.ts';
import { browser } from './browser.ts';

/**
 * Whether a message comes from one of our own documents or our worker, not from a content script, whose page may have
 * taken it over (developer.chrome.com, messaging: "less trustworthy").
 */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}

/** Whether our worker answers this message of this sender: our pages get answers to all, our content scripts to a few. */
export function mayAskWorker(sender: Sender, name: unknown): boolean {
  if (isOwnPage(sender)) return true;
  return (
    sender.id === browser.runtime.id && sender.origin !== undefined && OF_CONTENT_SCRIPTS.some(each => each === name)
  );
}
