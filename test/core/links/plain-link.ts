import type { Link } from '../../../src/core/links/parse-link.ts';

export const URL_ = 'https://files.test/a.zip';
/** What a link is that says nothing but its URL. */
export const PLAIN: Link = {
  url: URL_,
  referrer: null,
  referrerPolicy: 'strict-origin-when-cross-origin',
  name: null,
  folder: null,
  mask: null,
  conflict: null,
  said: { download: null, title: null, text: null },
  priority: null,
  wish: null,
  checksum: null,
  group: null,
  hadSignIn: false,
};
