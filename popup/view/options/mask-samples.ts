import type { MaskAsk } from '../../../src/messages/mask.ts';

type Sample = NonNullable<MaskAsk['sample']>;

/** Files of the kinds that people name by masks. */
export const MASK_SAMPLES: readonly (Sample & { readonly url: string })[] = [
  {
    url: 'https://files.example.org/lectures/2026/recording-07.mp4',
    page: 'https://www.example.org/lectures/',
    title: 'Lectures of the winter term',
    text: 'Recording 7',
    contentType: 'video/mp4',
    index: 7,
    batch: 3,
  },
  {
    url: 'https://scans.museum.example/collections/herbarium/plate%20012.jpg?size=full',
    page: 'https://www.museum.example/herbarium/',
    title: 'Herbarium',
    contentType: 'image/jpeg',
    index: 12,
    batch: 4,
  },
  {
    url: 'https://cdn.example.net/d/7f3a/archive.tar.gz',
    page: 'https://projects.example.net/atlas/releases',
    title: 'Atlas 2.1',
    text: 'Source code',
    contentType: 'application/gzip',
    batch: 5,
  },
];

/** The folder and what the mask makes of a file, as one path. */
export function placed(folder: string, path: string): string {
  const clean = folder.trim().replaceAll('\\', '/').replace(/\/+$/, '');
  return clean === '' ? path : `${clean}/${path}`;
}
