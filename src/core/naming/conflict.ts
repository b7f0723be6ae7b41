/** What becomes of a file whose name is taken already. `overwrite` is never what happens by itself. */
export const CONFLICTS = ['rename', 'overwrite', 'skip', 'ask'] as const;
export type Conflict = (typeof CONFLICTS)[number];

/** Two files of one name: the one that is there, and the one that comes. Sizes in bytes, times in ms since the epoch. */
export interface Clash {
  /** Absolute path of the file that is there. */
  readonly path: string;
  /** null where the browser does not know it. */
  readonly bytes: number | null;
  readonly at: number | null;
  readonly newBytes: number | null;
  readonly newAt: number | null;
}

/** As far as their sizes tell, the file that comes is the one that is there. */
export function isSameFile({ bytes, newBytes }: Clash): boolean {
  return bytes !== null && bytes === newBytes;
}
