import type { ReferrerPolicy } from './referrer-policy.ts';

/** What a page offers, as the content script read it. All of it is a stranger's text. */
export interface FoundLink {
  readonly url: string;
  readonly kind: 'link' | 'image' | 'audio' | 'video' | 'text';
  /** Text of the link, or the alternative text of the image; at most 200 characters. */
  readonly text: string;
  /** The `download` attribute where it names a file. */
  readonly download: string | null;
  /** How much of the page's address its own requests for it would tell. */
  readonly referrerPolicy: ReferrerPolicy;
}
