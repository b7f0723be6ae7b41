import type { DownloadFact, Facts } from '../../src/core/queue/reconcile.ts';
import { NOW, OWN_DOWNLOAD, PARCEL } from './make-item.ts';

/** The browser knows of nothing, a second after the item's last step. */
export function factsWith(overrides: Partial<Facts> = {}): Facts {
  return {
    now: NOW,
    isNewSession: false,
    underWay: new Set(),
    registrations: new Set(),
    downloads: [],
    owned: new Set(),
    objectUrls: new Set(),
    ...overrides,
  };
}

/** A running download of the item's URL; `blob` makes it the one of its parcel. */
export function downloadWith(overrides: Partial<DownloadFact> = {}): DownloadFact {
  return {
    id: OWN_DOWNLOAD,
    url: 'https://files.test/dir/file.zip',
    state: 'in_progress',
    error: null,
    path: '/downloads/file.zip',
    bytes: PARCEL.size,
    startedAt: NOW - 500,
    ...overrides,
  };
}
