/**
 * A reporter for node:test that tells each result as a line of JSON, for `run-tests.mjs` to count and show.
 *
 * @typedef {object} Result
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {string} file
 * @property {string} name
 * @property {number} duration ms
 * @property {string} why the error of a failure, or the reason of a skip
 *
 * @typedef {{ file: string, text: string }} Said what a test file has printed
 */
import { inspect } from 'node:util';

/**
 * The runner asks for a default export.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} source
 */
export default async function* report(source) {
  for await (const event of source) {
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      const result = resultOf(event.type === 'test:pass', event.data);
      if (result !== null) yield `${JSON.stringify(result)}\n`;
    } else if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      const { file, message } = event.data;
      yield `${JSON.stringify({ file, text: message })}\n`;
    } else if (event.type === 'test:diagnostic' && event.data.message.startsWith('Warning:')) {
      // An error that came after its test had ended is told nowhere else.
      yield `${JSON.stringify({ file: event.data.file ?? '', text: `${event.data.message}\n` })}\n`;
    }
  }
}

/**
 * Null for what only sums up the results within it: a suite, and a test that failed because a test in it did.
 *
 * @param {boolean} passed
 * @param {any} data the types of Node 20 know only half of it
 * @returns {Result | null}
 */
function resultOf(passed, { file = '', name, details, skip, todo }) {
  const { duration_ms: duration = 0, error, type } = details ?? {};
  const isSum = error?.failureType === 'subtestsFailed';
  if (isSum || (type === 'suite' && (passed || error?.failureType === undefined))) return null;
  /** @param {Result['outcome']} outcome @param {string} why @returns {Result} */
  const result = (outcome, why) => ({ outcome, file, name, duration, why });
  const excuse = skip ?? todo;
  if (excuse !== undefined) return result('skipped', excuse === true ? '' : String(excuse));
  if (!passed) return result('failed', reasonOf(error));
  // A file without a test shows up as a test that is named like the file.
  if (file !== '' && (name === file || file.endsWith(`/${name}`)))
    return result('failed', 'There is no test in this file.');
  return result('passed', '');
}

/** @param {any} error */
function reasonOf(error) {
  const cause = error?.cause ?? error;
  if (cause instanceof Error) return stackWithoutNode(inspect(cause));
  const { exitCode = null, signal = null } = error ?? {};
  const ending = [exitCode === null ? '' : `exit code ${exitCode}`, signal ?? ''].filter(Boolean).join(', ');
  return `${typeof cause === 'string' ? cause : inspect(cause)}${ending === '' ? '' : ` (${ending})`}`;
}

/** @param {string} text */
function stackWithoutNode(text) {
  return text.replace(/^ +at .*\bnode:.*\n?/gm, '').trimEnd();
}
