import type { ForeignDownload } from '../../../src/core/take-over/foreign-download.ts';

/** A download of the browser as it is when it begins, with what a test wants otherwise. */
export function makeDownload(wanted: Partial<ForeignDownload> = {}): ForeignDownload {
  return {
    id: 7,
    url: 'https://files.example.com/a/film.mp4?x=1',
    finalUrl: 'https://cdn.example.net/b/1234',
    referrer: 'https://www.example.com/list?page=2',
    type: 'video/mp4',
    total: 5_000_000,
    path: '',
    state: 'in_progress',
    error: null,
    isPaused: false,
    canResume: false,
    isIncognito: false,
    isOfExtension: false,
    startedAt: 1_000,
    ...wanted,
  };
}
