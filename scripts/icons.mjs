/**
 * Renders icons/icon.svg into the sizes that the manifest names. Needed only when the drawing changes: the PNG files
 * are committed.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ICONS = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), 'icons');
const SIZES = [16, 24, 32, 48, 128];

for (const size of SIZES) {
  const png = join(ICONS, `${size}.png`);
  const args = ['--width', `${size}`, '--height', `${size}`, '--output', png, join(ICONS, 'icon.svg')];
  const { error, status, stderr } = spawnSync('rsvg-convert', args, { encoding: 'utf8' });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
    console.error('rsvg-convert was not found. Install it: apt-get install librsvg2-bin');
    process.exit(1);
  }
  if (status !== 0) {
    console.error(`rsvg-convert failed for ${png}: ${stderr || error?.message}`);
    process.exit(1);
  }
  console.log(png);
}
