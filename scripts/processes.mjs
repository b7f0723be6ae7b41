import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Kills, with SIGKILL, every process that names this path in its command line: a browser's many processes all name
 * its profile. Give it a folder that was made for this run and that nobody else can know.
 *
 * @param {string} path absolute
 * @returns {number} how many were killed
 */
export function killProcessesNaming(path) {
  if (path.length < 8) throw new Error(`"${path}" is too common a path to kill by`);
  const found = processes().filter(({ pid, command }) => pid !== process.pid && command.includes(path));
  for (const { pid } of found) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile.
    }
  }
  return found.length;
}

/** Read from /proc where there is one: `ps` is missing on bare machines. */
function processes() {
  return process.platform === 'linux' ? processesOfLinux() : processesByPs();
}

function processesOfLinux() {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => ({ pid: Number(name), command: commandLine(name) }));
}

/** @param {string} pid */
function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function processesByPs() {
  const { stdout } = spawnSync('ps', ['-axwwo', 'pid=,command='], { encoding: 'utf8' });
  return stdout.split('\n').map(line => {
    const [, pid = '0', command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), command };
  });
}
