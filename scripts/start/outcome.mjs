/** @import { ListedItem } from '../../src/messages/listing.ts' */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * @typedef {object} Outcome
 * @property {boolean} isDone the whole file lies in the folder
 * @property {string} line for people and scripts: status, carrier, bytes, SHA-256, path
 */

const ENDED = new Set(['done', 'failed', 'cancelled']);

/** @param {ListedItem} item */
export function hasEnded(item) {
  return ENDED.has(item.status);
}

/** @param {string} url @param {string} reason @param {string | null} [carrier] @returns {Outcome} */
export function failedOutcome(url, reason, carrier = null) {
  return { isDone: false, line: lineOf('failed', carrier, `${url}: ${oneLine(reason)}`) };
}

/**
 * Believes the disk, not the extension: a file counts when it lies in the folder with the size that was reported.
 *
 * @param {string} url as the user typed it
 * @param {ListedItem} item
 * @param {string} folder absolute
 * @returns {Promise<Outcome>}
 */
export async function outcomeOf(url, item, folder) {
  const { status, carrier, bytes, path, total, error } = item;
  if (status !== 'done') {
    const progress = `${bytes} of ${total ?? 'unknown'} bytes`;
    const reason =
      error?.message ?? (hasEnded(item) ? `It was ${status}.` : `It was still ${status} at the end (${progress}).`);
    return {
      isDone: false,
      line: lineOf(status === 'cancelled' ? status : 'failed', carrier, `${url}: ${oneLine(reason)}`),
    };
  }
  if (path === null) return failedOutcome(url, 'The extension does not say where the file lies.', carrier);
  const problem = await fileProblem(path, bytes, folder);
  if (problem !== null) return failedOutcome(url, problem, carrier);
  return { isDone: true, line: lineOf('done', carrier, path, String(bytes), await sha256(path)) };
}

/**
 * @param {string} path
 * @param {number} bytes
 * @param {string} folder
 * @returns {Promise<string | null>} a sentence; null for a good file
 */
async function fileProblem(path, bytes, folder) {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return `The file is reported at ${path} and is not there.`;
  if (found.size !== bytes) return `The file at ${path} has ${found.size} bytes; ${bytes} are reported.`;
  const within = relative(await realpath(folder), await realpath(path));
  return within === '' || within.split(sep)[0] === '..' ? `The file lies at ${path}, outside of ${folder}.` : null;
}

/** @param {string} path */
async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** @param {string} status @param {string | null} carrier @param {string} last @param {string} [bytes] @param {string} [sha] */
function lineOf(status, carrier, last, bytes = '-', sha = '-') {
  return [status, carrier ?? '-', bytes, sha, last].join('  ');
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
