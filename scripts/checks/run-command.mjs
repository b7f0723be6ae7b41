/** @import { Score } from './score.mjs' */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { endGroup, tracked } from './children.mjs';
import { tellFailure } from './failures.mjs';

/** Longest that a check may take. ms */
const LIMIT = 300_000;

/**
 * Runs a program of node_modules, or this Node, as one check; its output is shown when it fails.
 *
 * @param {string} root
 * @param {readonly [program: string, ...args: string[]]} command
 * @returns {Promise<Score>}
 */
export async function runCommand(root, [program, ...args]) {
  const path = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program);
  const child = tracked(spawn(path, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true }));
  /** @type {Buffer[]} */
  const said = [];
  child.stdout.on('data', chunk => said.push(chunk));
  child.stderr.on('data', chunk => said.push(chunk));
  const alarm = setTimeout(() => endGroup(child), LIMIT);
  const ending = await new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  clearTimeout(alarm);
  if (ending === 0) return { passed: 1, failed: 0, skipped: 0 };
  const output = Buffer.concat(said).toString().trimEnd();
  tellFailure(output === '' ? `  ${program} ended with ${ending}` : output.replace(/^/gm, '  '));
  return { passed: 0, failed: 1, skipped: 0 };
}
