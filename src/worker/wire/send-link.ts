import { isGranted } from '../../core/links/origin-patterns.ts';
import { readPolicy, USUAL_POLICY } from '../../core/links/referrer-policy.ts';
import { isSiteOn } from '../../core/take-over/take-over-settings.ts';
import type { Sender } from '../../messages/answer.ts';
import type { LinkAsk } from '../../messages/protocol.ts';
import { Refusal } from '../../messages/refusal.ts';
import type { Ports } from '../ports.ts';
import { fieldsOf, textField } from './ask.ts';

const LONGEST_TEXT = 200;

/**
 * The link of an Alt+click, as our script in a page tells it, and whoever may have taken that script over. Nothing of
 * the page around it is believed but what the browser says; whatever else the link is, the queue's own checks find.
 * Throws where nobody could have clicked: where it is switched off, on a site that is not granted, or is taken over.
 */
export async function clickedLink(ports: Ports, ask: unknown, sender: Sender): Promise<LinkAsk> {
  const { words } = ports;
  const fields = fieldsOf(ask, ['url', 'referrerPolicy', 'title', 'text', 'download'], words);
  const [{ altClick, takeOver }, grants] = await Promise.all([ports.settings.read(), ports.grants()]);
  const page = pageOf(sender);
  const isOurs = page !== null && isGranted(page, grants) && !isSiteOn(new URL(page).hostname, takeOver.sites);
  if (!altClick || !isOurs) throw new Refusal('forbidden', words('sendLink_forbidden'));
  const text = (name: string): string => textField(fields, name, words).slice(0, LONGEST_TEXT);
  return {
    url: textField(fields, 'url', words),
    referrer: sender.url?.startsWith('http') === true ? sender.url : page,
    title: text('title'),
    text: text('text'),
    ...(fields.has('download') ? { download: text('download') } : {}),
    referrerPolicy: readPolicy(textField(fields, 'referrerPolicy', words)) ?? USUAL_POLICY,
  };
}

/** The site of the document; one that was written into its frame (`about:srcdoc`) has the origin of its maker. */
function pageOf({ origin }: Sender): string | null {
  return origin !== undefined && /^https?:/.test(origin) && URL.canParse(origin) ? new URL(origin).href : null;
}
