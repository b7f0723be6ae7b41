import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { queueUrl } from './queue-url.mjs';

export const HELP = `npm start
  Opens Chromium with the extension and a page of demonstration files. Close the browser or press Ctrl+C to end.

npm start -- --headless --dir OUT URL...
  Sends the URLs through the extension without a window (always so where there is no display), saves the files
  into OUT and prints a line for each: status, carrier, bytes, SHA-256, path. Exits 0 only when all are done.
  Without URLs it fetches the demonstration files.

  --dir OUT            folder for the files; out/ unless told
  --headless           no window
  --timeout SECONDS    give up after this time (headless)
  --keep-profile DIR   use this browser profile and keep it, with the queue in it
  --insecure           accept any certificate
  --help               this text
`;

/**
 * @typedef {object} StartOptions
 * @property {string} dir absolute
 * @property {boolean} headless
 * @property {number | null} timeout seconds
 * @property {string | null} profile absolute
 * @property {boolean} insecure
 * @property {string[]} urls as they were typed, each once
 * @property {string[]} repeated what was typed more than once
 */

/**
 * @param {string[]} argv without node and script
 * @param {boolean} hasDisplay
 * @returns {StartOptions | 'help' | { problem: string }}
 */
export function readOptions(argv, hasDisplay) {
  const parsed = parse(argv);
  if ('problem' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const timeout = values.timeout === undefined ? null : Number(values.timeout);
  if (timeout !== null && !(timeout > 0 && Number.isFinite(timeout))) {
    return { problem: `--timeout needs a number of seconds, not "${values.timeout}".` };
  }
  if (values.dir === '') return { problem: '--dir needs a folder.' };
  if (values['keep-profile'] === '') return { problem: '--keep-profile needs a folder.' };
  return {
    dir: resolve(values.dir ?? 'out'),
    headless: values.headless || !hasDisplay,
    timeout,
    profile: values['keep-profile'] === undefined ? null : resolve(values['keep-profile']),
    insecure: values.insecure,
    ...eachOnce(positionals),
  };
}

/** @param {string[]} argv */
function parse(argv) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        dir: { type: 'string' },
        headless: { type: 'boolean', default: false },
        timeout: { type: 'string' },
        'keep-profile': { type: 'string' },
        insecure: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Spellings of one URL are one file; the first spelling stays.
 *
 * @param {readonly string[]} typed
 */
function eachOnce(typed) {
  /** @type {Map<string, string>} */
  const urls = new Map();
  /** @type {string[]} */
  const repeated = [];
  for (const url of typed) {
    const key = queueUrl(url);
    if (urls.has(key)) repeated.push(url);
    else urls.set(key, url);
  }
  return { urls: [...urls.values()], repeated };
}

/** Whether a window could open here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
