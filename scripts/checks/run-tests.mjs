/**
 * @import { Result, Said } from './reporter.mjs'
 * @import { Score } from './score.mjs'
 */
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { endGroup, tracked } from './children.mjs';
import { tellFailure } from './failures.mjs';
import { sumOf } from './score.mjs';
import { clearScratch, newScratch } from './scratch.mjs';

/** What a file may need to end after its time is over, before it is killed. ms */
const GRACE = 15_000;

const REPORTER = fileURLToPath(new URL('reporter.mjs', import.meta.url));

/**
 * Runs test files with node:test and shows what fails, and how each file of `isShown` results went.
 *
 * They get a folder for temporary things; whatever is left in it at the end, running browsers too, is removed.
 *
 * @param {string} root
 * @param {readonly string[]} files paths from the root
 * @param {{ fileLimit: number, limit: number, concurrency: number, isShown: boolean }} terms limits in ms
 * @returns {Promise<Score>}
 */
export async function runTests(root, files, { fileLimit, limit, concurrency, isShown }) {
  const score = { passed: 0, failed: 0, skipped: 0 };
  const folder = newScratch();
  const options = [`--test-timeout=${fileLimit}`, `--test-concurrency=${concurrency}`, `--test-reporter=${REPORTER}`];
  const child = tracked(
    spawn(process.execPath, ['--enable-source-maps', '--import', 'tsx', '--test', ...options, ...files], {
      cwd: root,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    }),
  );
  const ended = new Promise(resolve => child.once('close', (code, signal) => resolve(signal ?? code)));
  let isOverdue = false;
  const alarm = setTimeout(() => {
    isOverdue = true;
    endGroup(child);
  }, limit);
  /** @type {Map<string, string>} */
  const said = new Map();
  for await (const line of createInterface({ input: child.stdout })) {
    const message = parse(line);
    if (message === null) console.log(line);
    else if ('text' in message) said.set(message.file, (said.get(message.file) ?? '') + message.text);
    else {
      score[message.outcome] += 1;
      if (message.outcome !== 'passed' || isShown) show(root, message, said);
    }
  }
  const ending = await ended;
  clearTimeout(alarm);
  clearScratch(folder);
  if (isOverdue) tellFailure(`  ✗ ${files.join(' ')}: killed, as it was not over after ${(limit / 1000).toFixed(0)} s`);
  else if (ending !== 0 && score.failed === 0) tellFailure(`  ✗ the test runner ended with ${ending}`);
  if (ending !== 0 && score.failed === 0) score.failed += 1;
  return score;
}

/**
 * Runs each file by itself, so that whatever one of them leaves behind is gone before the next begins, and none can
 * hold up the rest.
 *
 * @param {string} root
 * @param {readonly string[]} files paths from the root
 * @param {{ fileLimit: number, limit: number, concurrency: number }} terms limits in ms
 * @returns {Promise<Score>}
 */
export async function runEach(root, files, { fileLimit, limit, concurrency }) {
  const deadline = Date.now() + limit;
  const waiting = [...files];
  /** @type {Score[]} */
  const scores = [];
  async function runSome() {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const left = Math.max(1, Math.min(fileLimit + GRACE, deadline - Date.now()));
      scores.push(await runTests(root, [file], { fileLimit, limit: left, concurrency: 1, isShown: true }));
    }
  }
  await Promise.all(Array.from({ length: concurrency }, runSome));
  return sumOf(scores);
}

/** @param {string} line @returns {Result | Said | null} null for what did not come from our reporter */
function parse(line) {
  try {
    const message = JSON.parse(line);
    return typeof message?.file === 'string' ? message : null;
  } catch {
    return null;
  }
}

/** @param {string} root @param {Result} result @param {Map<string, string>} said emptied of what is shown */
function show(root, { outcome, file, name, duration, why }, said) {
  const mark = { passed: '✓', failed: '✗', skipped: '–' }[outcome];
  const place = file === '' ? '' : relative(root, file);
  const title = `  ${mark} ${name === file ? place : `${place}: ${name}`} (${(duration / 1000).toFixed(1)} s)`;
  if (outcome !== 'failed') return console.log(outcome === 'skipped' ? `${title} skipped ${why}` : title);
  const output = said.get(file);
  said.delete(file);
  const printed = output === undefined ? [] : [indented(`It printed:\n${output.trimEnd()}`)];
  tellFailure([title, indented(why), ...printed].join('\n'));
}

/** @param {string} text */
function indented(text) {
  return text.replace(/^/gm, '      ');
}
