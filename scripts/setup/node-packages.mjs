import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { quietRun } from './quiet-run.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/**
 * Why `npm ci` is due, or null when node_modules holds exactly what package-lock.json asks for.
 *
 * npm writes node_modules/.package-lock.json last, so an installation that was cut short counts as missing.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function whyPackagesAreDue(root) {
  const locked = readLock(join(root, 'package-lock.json'));
  if (locked === null) throw new Error('package-lock.json is missing or unreadable');
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return 'they are not there yet';
  const stale = Object.entries(locked.packages).some(([path, { version, optional = false }]) => {
    const there = installed.packages[path];
    // What another system needs is locked as optional and rightly absent here.
    return path !== '' && (there === undefined ? !optional : there.version !== version);
  });
  return stale ? 'package-lock.json has changed' : null;
}

/** @param {string} root */
export async function installPackages(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) await quietRun(process.execPath, [npm, ...args], { cwd: root });
  else await quietRun('npm', args, { cwd: root, shell: process.platform === 'win32' });
}

/** @param {string} path @returns {Lock | null} */
function readLock(path) {
  try {
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    return typeof lock?.packages === 'object' ? lock : null;
  } catch {
    return null;
  }
}
