import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killProcessesNaming } from '../processes.mjs';

/** @type {Set<string>} */
const folders = new Set();

/** A new folder for the temporary things of tests, browser profiles among them. */
export function newScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'longhaul-test-'));
  folders.add(folder);
  return folder;
}

/** Removes it, and ends what still works in it: browsers that a test has left behind. @param {string} folder */
export function clearScratch(folder) {
  killProcessesNaming(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  folders.delete(folder);
}

export function clearAllScratch() {
  for (const folder of [...folders]) clearScratch(folder);
}
