/**
 * @import { Workshop } from './workshop.mjs'
 * @import { StartOptions } from './options.mjs'
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../browser.mjs';

/**
 * A browser for a person's own files: certificates are checked, and nothing of it stays, except a profile to be kept.
 *
 * @param {Workshop} workshop
 * @param {StartOptions} options
 * @param {string} extension the folder to load
 */
export async function openBrowser(workshop, options, extension) {
  // Under this folder even what a killed browser leaves behind is found and removed.
  const scratch = join(workshop.folder, 'tmp');
  await mkdir(scratch, { recursive: true });
  const opening = launchBrowser({
    extension,
    downloads: options.dir,
    profile: options.profile ?? join(workshop.folder, 'profile'),
    headless: options.headless,
    anyCertificate: options.insecure,
    automation: false,
    args: [
      `--disk-cache-dir=${join(workshop.folder, 'cache')}`,
      ...(options.insecure ? ['--ignore-certificate-errors'] : []),
    ],
    env: { TMPDIR: scratch },
  });
  // Also when a signal comes before the browser is up.
  workshop.later(async () => (await opening).close());
  return opening;
}
