import { readAddress } from '../core/links/read-address.ts';
import { send } from '../messages/send.ts';
import { downloadName, firstOf, textOfAnchor } from './link-text.ts';
import { policyOf, policyOfPage } from './page-policy.ts';
import { attributeOf, baseUriOf, localNameOf, titleOf } from './unclobbered.ts';

/**
 * Runs in the pages of granted sites: a link that the user clicks with Alt held goes to the queue. A click that the
 * page's own script makes is none, and no message of the page is listened to.
 */
declare global {
  var longhaulSends: boolean | undefined;
}

function onClick(event: MouseEvent): void {
  if (!event.isTrusted || !isAltClick(event) || globalThis.longhaulSends !== true) return;
  // Downloads of this site have been taken over since: Alt leaves them to the browser.
  if (globalThis.longhaulListens === true) return;
  const link = event.composedPath().find(isLink);
  const url = link === undefined ? null : readAddress(addressOf(link), baseUriOf(document));
  if (link === undefined || url === null || url === '') return;
  event.preventDefault();
  const download = downloadName(link);
  const said = {
    title: firstOf(titleOf(document)),
    text: textOfLink(link),
    ...(download === null ? {} : { download }),
  };
  send('worker', 'send-link', { url, referrerPolicy: policyOf(link, policyOfPage()), ...said }).catch(standDown);
}

/** With the primary button, and with Alt alone: the other keys have meanings of their own. */
function isAltClick({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && altKey && !ctrlKey && !metaKey && !shiftKey;
}

function isLink(target: EventTarget): target is Element {
  if (!(target instanceof Element)) return false;
  const name = localNameOf(target);
  return (name === 'a' || name === 'area') && addressOf(target) !== '';
}

function addressOf(link: Element): string {
  return attributeOf(link, 'href') || attributeOf(link, 'xlink:href');
}

function textOfLink(link: Element): string {
  return textOfAnchor(link) || firstOf(attributeOf(link, 'alt'));
}

/** It was switched off, or the extension reloaded: the next click is the browser's again. */
function standDown(): void {
  globalThis.longhaulSends = false;
}

if (globalThis.longhaulSends === undefined) addEventListener('click', onClick, { capture: true });
globalThis.longhaulSends = true;
