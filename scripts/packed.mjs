/**
 * An extension as users have it: packed, and installed by Chromium itself at its start.
 *
 * Chromium installs what the files in `/usr/share/chromium/extensions` offer, into every profile that is started while
 * they are there. So that no other browser ever sees an offer of ours, and nothing is left behind however we end, the
 * real folder is not touched: our Chromium has a mount namespace of its own, where a temporary folder lies over it.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { findChromium, findProgram } from './find-chromium.mjs';

/** Chromium looks for `extensions/<id>.json` in it: a constant of its source. */
const SHARE = '/usr/share/chromium';
const IS_ROOT = process.getuid?.() === 0;

/** Others than root need a user namespace too, and its capabilities for the mount; Chromium itself starts without them. */
const ENTER = IS_ROOT ? ['unshare', '--mount'] : ['unshare', '--mount', '--user', '--map-current-user', '--keep-caps'];
const DROP = IS_ROOT ? [] : ['setpriv', '--ambient-caps', '-all', '--inh-caps', '-all'];

/**
 * @typedef {object} Offer
 * @property {string} id of the extension
 * @property {string} chromium a program: Chromium that installs what is on offer, or updates to it, at its start
 */

/** Why there can be none here, or null. */
export function whyNoOffer() {
  const chromium = findChromium();
  if (chromium === null || !basename(chromium).startsWith('chromium') || !existsSync(SHARE)) {
    return `needs a Chromium that looks for extensions in ${SHARE}, as Debian's does`;
  }
  if (findProgram('unshare') === null || findProgram('setpriv') === null)
    return 'needs unshare and setpriv (util-linux)';
  const [command = '', ...args] = ENTER;
  const tried = spawnSync(command, [...args, 'mount', '--bind', tmpdir(), SHARE], { encoding: 'utf8' });
  return tried.status === 0 ? null : `needs root, or user namespaces, to mount over ${SHARE}: ${tried.stderr.trim()}`;
}

/**
 * Packs an extension and offers it. From the same place it has the same key, and so the same id: with a higher version
 * it is an update to what was offered there before.
 *
 * @param {string} extension folder of the unpacked extension
 * @param {string} place folder for the key, the package and the offer; made here
 * @param {string} [version] in place of the manifest's own
 * @returns {Promise<Offer>}
 */
export async function makeOffer(extension, place, version) {
  const copy = join(place, 'extension');
  await rm(copy, { recursive: true, force: true });
  await cp(extension, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  if (version !== undefined) manifest.version = version;
  await writeFile(path, JSON.stringify(manifest, null, 2));

  const key = `${copy}.pem`;
  await pack(copy, existsSync(key) ? key : null, join(place, 'profile'));
  const id = packedId(await readFile(key));
  const share = join(place, 'share');
  await mkdir(join(share, 'extensions'), { recursive: true });
  const file = { external_crx: `${copy}.crx`, external_version: manifest.version };
  await writeFile(join(share, 'extensions', `${id}.json`), JSON.stringify(file));
  return { id, chromium: await chromiumOver(share, join(place, 'chromium')) };
}

/**
 * Writes `<folder>.crx`, and `<folder>.pem` when no key is given.
 *
 * @param {string} folder
 * @param {string | null} key
 * @param {string} profile Chromium keeps notes even for this
 */
async function pack(folder, key, profile) {
  await promisify(execFile)(findChromium() ?? '', [
    ...(IS_ROOT ? ['--no-sandbox'] : []),
    '--headless',
    `--user-data-dir=${profile}`,
    `--pack-extension=${folder}`,
    ...(key === null ? [] : [`--pack-extension-key=${key}`]),
  ]);
}

/**
 * The id of a packed extension: Chromium derives it from its public key.
 *
 * @param {Buffer} key the private one, PEM
 */
function packedId(key) {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const digest = createHash('sha256').update(publicKey).digest('hex');
  return digest.slice(0, 32).replace(/./g, digit => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * Writes a program that is Chromium with another folder in the place of `SHARE`, for itself alone. It is one process
 * from first to last, so that a signal to it is one to Chromium, and keeps the files (pipes) that it was given.
 *
 * @param {string} share
 * @param {string} path
 */
async function chromiumOver(share, path) {
  const chromium = [...DROP, findChromium() ?? ''].map(quoted).join(' ');
  const inside = `mount --bind ${quoted(share)} ${SHARE} && exec ${chromium} "$@"`;
  await writeFile(path, `#!/bin/sh\nexec ${ENTER.join(' ')} sh -c ${quoted(inside)} chromium "$@"\n`, { mode: 0o755 });
  return path;
}

/** As one word of a shell. @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
