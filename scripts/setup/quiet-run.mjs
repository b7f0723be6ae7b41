import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * Runs a command whose output matters only when it fails; then the error's message holds it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, shell?: boolean }} [options] env: added to ours
 * @returns {Promise<void>}
 */
export function quietRun(command, args, { cwd, env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on('data', chunk => said.push(chunk));
    child.stderr.on('data', chunk => said.push(chunk));
    child.on('error', error => reject(new Error(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      reject(
        new Error(`${[command, ...args].join(' ')} ended with ${signal ?? code}\n${excerpt(Buffer.concat(said))}`),
      );
    });
  });
}

/** The first and the last lines; npm tells all of its options after an error. @param {Buffer} output */
function excerpt(output) {
  const lines = output.toString().trim().split('\n');
  return lines.length <= 40 ? lines.join('\n') : [...lines.slice(0, 20), '…', ...lines.slice(-20)].join('\n');
}
