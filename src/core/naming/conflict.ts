/** What becomes of a file whose name is taken already, in the words of `chrome.downloads`, and `skip` of ours. */
export const CONFLICTS = ['rename', 'overwrite', 'skip', 'ask'] as const;
export type Conflict = (typeof CONFLICTS)[number];
