import type { ParcelsPort } from '../../src/worker/ports.ts';

/** The offscreen document's blobs. */
export function parcelsPort(objectUrls: Map<string, Blob>, newNumber: () => number): ParcelsPort {
  return {
    pack: async blob => {
      const url = `blob:longhaul/${newNumber()}`;
      objectUrls.set(url, blob);
      return url;
    },
    heldUrls: async () => [...objectUrls.keys()],
    release: async url => void objectUrls.delete(url),
  };
}
