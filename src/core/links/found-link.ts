import type { ReferrerPolicy } from './referrer-policy.ts';

export const LINK_KINDS = ['link', 'image', 'audio', 'video', 'track', 'feed', 'background', 'text'] as const;
/** What showed the address: an anchor or area, an element of media, a feed of the head, a style, or text. */
export type LinkKind = (typeof LINK_KINDS)[number];

/** What a page offers, as the content script read it. All of it is a stranger's text. */
export interface FoundLink {
  readonly url: string;
  readonly kind: LinkKind;
  /** The address of the document that the link stands in: the page itself, or a frame of it. */
  readonly page: string;
  /** Text of the link, or the alternative text of the image; at most 200 characters. */
  readonly text: string;
  /** The `download` attribute where it names a file. */
  readonly download: string | null;
  /** The MIME type that the page tells of it, unchecked; null where it tells none. */
  readonly type: string | null;
  /** Of an image that the page has loaded, its own size in CSS px; null else. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** How much of the page's address its own requests for it would tell. */
  readonly referrerPolicy: ReferrerPolicy;
}
