import type { WatchList } from '../../src/core/queue/watchdog.ts';

/** `storage.session`: it ends with the browser, and with a reload of the extension. */
export interface Session {
  isSeen: boolean;
  watched: WatchList;
  awayAt: number | null;
}

export function newSession(): Session {
  return { isSeen: false, watched: {}, awayAt: null };
}
