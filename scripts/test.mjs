/**
 * `npm test`: every check there is, in order; a failed one does not keep the next from running.
 *
 *   npm test                   types, lint, format, unit tests, build, browser tests
 *   npm test -- --quick        without build and browser tests (`npm run check`)
 *   npm test -- queue popup    only the test files with these words in their paths
 *
 * The last line is always "N passed, N failed". A check counts as one, and so does each test.
 */
/** @import { Score } from './checks/score.mjs' */
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { endAllGroups } from './checks/children.mjs';
import { repeatFailures, tellFailure } from './checks/failures.mjs';
import { runCommand } from './checks/run-command.mjs';
import { runEach, runTests } from './checks/run-tests.mjs';
import { FAILED, sumOf } from './checks/score.mjs';
import { clearAllScratch } from './checks/scratch.mjs';
import { testFiles } from './checks/test-files.mjs';
import { onInterruption } from './interruption.mjs';
import { setUp } from './setup.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const MINUTE = 60_000;
const CORES = Math.max(2, availableParallelism());

const isQuick = process.argv.includes('--quick');
const filters = process.argv.slice(2).filter(word => !word.startsWith('-'));
const files = testFiles(ROOT, filters);
const needsBrowser = !isQuick && files.browser.length > 0;

/** @type {Score[]} */
const scores = [];
onInterruption(why => {
  endAllGroups();
  clearAllScratch();
  console.log(`\nStopped: ${why}.`);
  finish(sumOf([...scores, FAILED]));
});

if (await step('packages', () => prepared({ packages: true }))) {
  const programs = needsBrowser ? { browser: true, display: true, aria2: true, network: true } : { network: true };
  await step('programs', () => prepared(programs));
  if (filters.length === 0) await checks();
  if (files.unit.length > 0) await step('unit tests', unitTests);
  if (needsBrowser || (!isQuick && filters.length === 0)) {
    const isBuilt = await step('build', () => runCommand(ROOT, ['node', 'scripts/build.mjs']));
    if (needsBrowser) await step('browser tests', isBuilt ? browserTests : notBuilt);
  }
}
finish(sumOf(scores));

async function checks() {
  await step('types', () => runCommand(ROOT, ['tsc', '-p', '.']));
  await step('types of the core alone', () => runCommand(ROOT, ['tsc', '-p', 'src/core']));
  await step('types of tests and scripts', () => runCommand(ROOT, ['tsc', '-p', 'test']));
  await step('lint', () => runCommand(ROOT, ['oxlint', '--type-aware', '--deny-warnings']));
  await step('format', () => runCommand(ROOT, ['biome', 'format', '.']));
}

function unitTests() {
  return runTests(ROOT, files.unit, { fileLimit: 5 * MINUTE, limit: 10 * MINUTE, concurrency: CORES, isShown: false });
}

function browserTests() {
  return runEach(ROOT, files.browser, { fileLimit: 5 * MINUTE, limit: 40 * MINUTE, concurrency: 2 });
}

async function notBuilt() {
  tellFailure('  Not run: the extension could not be built.');
  return FAILED;
}

/** @param {Parameters<typeof setUp>[0]} needs @returns {Promise<Score>} */
async function prepared(needs) {
  await setUp(needs);
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * Runs one step, tells how it went, and answers whether all went well.
 *
 * @param {string} name
 * @param {() => Promise<Score>} run
 */
async function step(name, run) {
  const began = performance.now();
  const score = await run().catch(error => {
    tellFailure(`  ${error.message}`);
    return FAILED;
  });
  scores.push(score);
  const { passed, failed, skipped } = score;
  const counts = passed + failed + skipped > 1 ? ` ${passed} passed, ${failed} failed, ${skipped} skipped;` : '';
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}:${counts} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return failed === 0;
}

/** @param {Score} total @returns {never} */
function finish({ passed, failed }) {
  repeatFailures();
  if (passed + failed === 0) console.log('No test ran.');
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
