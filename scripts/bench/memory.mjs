import { readdirSync, readFileSync } from 'node:fs';

/** ms between two looks. */
const PACE = 250;

/**
 * Watches the memory of all processes that name a path in their command line: those of one browser, by its profile.
 * `stop` answers the most that they had together. Bytes, each shared page counted once among those who share it (Linux).
 *
 * @param {string} path
 */
export function watchMemory(path) {
  let most = 0;
  const look = () => {
    most = Math.max(most, memoryOf(path));
  };
  look();
  const timer = setInterval(look, PACE);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

/** @param {string} path */
function memoryOf(path) {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && read(`/proc/${name}/cmdline`).includes(path))
    .reduce((sum, pid) => sum + proportionalSize(read(`/proc/${pid}/smaps_rollup`)), 0);
}

/** @param {string} rollup */
function proportionalSize(rollup) {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}

/** A process may be gone when it is read. @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
