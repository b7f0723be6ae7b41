/** @import { ChildProcess } from 'node:child_process' */
import process from 'node:process';

/** @type {Set<ChildProcess>} */
const children = new Set();

/**
 * Remembers a child that leads a process group of its own, so that `endAllGroups` ends it too.
 *
 * @template {ChildProcess} C
 * @param {C} child
 */
export function tracked(child) {
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/** Ends a child and all that it started in its group. @param {ChildProcess} child */
export function endGroup(child) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

export function endAllGroups() {
  for (const child of children) endGroup(child);
}
