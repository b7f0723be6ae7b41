/**
 * Makes sure that what a command needs is here: installs what is missing and says so in a line, on stderr.
 *
 * Runs before node_modules exists and perhaps in an old Node, so it imports nothing but old parts of Node.
 */
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installPackages, whyPackagesAreDue } from './setup/node-packages.mjs';
import { installer, installPrograms, missingPackages } from './setup/programs.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The first with `--test-timeout`. */
const OLDEST_NODE = { major: 20, minor: 11 };

/** Something that a person has to put right; the message says what. */
export class SetUpError extends Error {}

/**
 * @typedef {object} Needs
 * @property {boolean} [packages] node_modules as package-lock.json has it
 * @property {boolean} [browser] a Chromium
 * @property {boolean} [display] a virtual screen with its tools: Xvfb, xdotool, fonts, screenshots
 * @property {boolean} [aria2] the aria2 program
 * @property {boolean} [network] openssl and ip, for tests with certificates and cut cables
 */

/** Ends the process with a message when something is missing that cannot be installed. @param {Needs} needs */
export async function ensureSetUp(needs) {
  try {
    await setUp(needs);
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Throws a `SetUpError` when something is missing that cannot be installed. @param {Needs} needs */
export async function setUp({ packages = false, ...programs }) {
  checkNode();
  if (packages) await setUpPackages();
  const groups = /** @type {const} */ (['browser', 'display', 'aria2', 'network']);
  await setUpPrograms(groups.filter(group => programs[group] === true));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor)) return;
  const oldest = `${OLDEST_NODE.major}.${OLDEST_NODE.minor}`;
  throw new SetUpError(`Node ${oldest} or newer is needed; this is ${process.version}. See https://nodejs.org/`);
}

async function setUpPackages() {
  const why = whyPackagesAreDue(ROOT);
  if (why === null) return;
  console.error(`Installing the npm packages with "npm ci": ${why}.`);
  await installPackages(ROOT).catch(error => {
    throw new SetUpError(`The npm packages could not be installed. ${error.message}`);
  });
}

/** @param {Parameters<typeof missingPackages>[0]} groups */
async function setUpPrograms(groups) {
  const missing = missingPackages(groups);
  if (missing.length === 0) return;
  const named = process.env['CHROMIUM'];
  if (missing.includes('chromium') && named !== undefined && named !== '') {
    throw new SetUpError(`CHROMIUM names ${named}, which is not a program.`);
  }
  const list = missing.join(' ');
  const command = installer();
  if (command === null) throw new SetUpError(`Missing: ${list}. Please install, for example: ${adviceFor(missing)}`);
  console.error(`Installing with apt-get what is missing here: ${list}.`);
  await installPrograms(command, missing).catch(error => {
    throw new SetUpError(`These could not be installed: ${list}. ${error.message}`);
  });
  const still = missingPackages(groups);
  if (still.length > 0) throw new SetUpError(`Installed, and yet not found: ${still.join(' ')}.`);
}

/** @param {readonly string[]} packages */
function adviceFor(packages) {
  const command = `sudo apt-get install ${packages.join(' ')}`;
  if (!packages.includes('chromium')) return command;
  return `${command} (or set CHROMIUM to the path of a Chromium, Chrome or Edge)`;
}
