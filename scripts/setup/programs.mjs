import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { findChromium, findProgram } from '../find-chromium.mjs';
import { quietRun } from './quiet-run.mjs';

/**
 * @typedef {'browser' | 'display' | 'aria2' | 'network'} Group
 * @typedef {{ package: string, found: () => boolean }} Program
 */

/**
 * What a bare machine lacks, by what it is for, with the Debian package that brings it.
 *
 * @type {Readonly<Record<Group, readonly Program[]>>}
 */
const PROGRAMS = {
  browser: [{ package: 'chromium', found: () => findChromium() !== null }],
  display: [
    { package: 'xvfb', found: () => findProgram('Xvfb') !== null },
    { package: 'xauth', found: () => findProgram('xauth') !== null },
    { package: 'xdotool', found: () => findProgram('xdotool') !== null },
    { package: 'imagemagick', found: () => findProgram('import') !== null },
    { package: 'fonts-dejavu-core', found: () => existsSync('/usr/share/fonts/truetype') },
  ],
  aria2: [{ package: 'aria2', found: () => findProgram('aria2c') !== null }],
  network: [
    { package: 'openssl', found: () => findProgram('openssl') !== null },
    { package: 'iproute2', found: () => findProgram('ip') !== null },
  ],
};

/** The packages of these groups whose program is not here. @param {readonly Group[]} groups */
export function missingPackages(groups) {
  return groups.flatMap(group => PROGRAMS[group].filter(({ found }) => !found()).map(program => program.package));
}

/** Null where we may not install: no apt-get, or neither root nor a sudo that asks for no password. */
export function installer() {
  const aptGet = findProgram('apt-get');
  if (aptGet === null) return null;
  if (process.getuid?.() === 0) return [aptGet];
  const sudo = findProgram('sudo');
  if (sudo === null || spawnSync(sudo, ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return null;
  return [sudo, '-n', 'env', 'DEBIAN_FRONTEND=noninteractive', aptGet];
}

/**
 * Installs with apt-get; waits for another apt-get that is at work.
 *
 * @param {readonly string[]} command from `installer`
 * @param {readonly string[]} packages
 */
export async function installPrograms([command = '', ...before], packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  await quietRun(command, [...before, ...wait, 'update'], { env });
  await quietRun(command, [...before, ...wait, 'install', '-y', '--no-install-recommends', ...packages], { env });
}
