import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { type Origin, startOrigin } from '../origin/origin.ts';
import { sha256OfFile, sha256OfUrl } from './harness.ts';

const START = new URL('../../scripts/start.mjs', import.meta.url).pathname;
let origin: Origin;
let folder: string;

before(async () => {
  origin = await startOrigin();
  folder = mkdtempSync(join(tmpdir(), 'longhaul-start-'));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await origin.close();
});

/** Runs `npm start -- --headless` as a user does, and answers its exit status and its lines. */
async function carry(out: string, ...urls: string[]): Promise<{ status: number | null; lines: string[] }> {
  const child = spawn(process.execPath, [START, '--headless', '--dir', out, ...urls], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', chunk => (said += String(chunk)));
  const status = await new Promise<number | null>(resolve => child.once('close', resolve));
  return { status, lines: said.split('\n').filter(line => line !== '') };
}

test('npm start -- --headless leaves every file in the folder, says a line of each, and exits 0', async () => {
  const out = join(folder, 'good');
  const sizes = [200_000_000, 1_000, 3_000_000, 2_000_000, 700];
  const urls = sizes.map((size, index) => origin.url(`/file-${index}.txt`, { size }));
  const { status, lines } = await carry(out, ...urls);
  assert.equal(status, 0, lines.join('\n'));
  assert.equal(lines.length, urls.length);
  for (const [index, line] of lines.entries()) {
    const [state, carrier, bytes, sha256, path] = line.split('  ');
    const size = sizes[index] ?? 0;
    assert.deepEqual([state, bytes, path], ['done', `${size}`, join(out, `file-${index}.txt`)]);
    assert.ok(carrier === 'background-fetch' || carrier === 'browser-download', line);
    assert.equal(sha256, sha256OfUrl(urls[index] ?? '', size));
    assert.equal(sha256OfFile(path ?? ''), sha256);
  }
});

test('one URL that is a 404 makes it exit 1 and is named; the others lie there', async () => {
  const out = join(folder, 'mixed');
  const good = origin.url('/good.txt', { size: 5_000 });
  const { status, lines } = await carry(out, origin.url('/bad.txt', { status: 404 }), good, 'ftp://example.org/x');
  assert.equal(status, 1);
  assert.match(lines[0] ?? '', /^failed .*\/bad\.txt.*does not have this file \(HTTP 404\)/);
  assert.match(lines[1] ?? '', /^done /);
  assert.match(lines[2] ?? '', /ftp:\/\/example\.org\/x.*http: and https: links only/);
  assert.deepEqual(readdirSync(out), ['good.txt']);
});
