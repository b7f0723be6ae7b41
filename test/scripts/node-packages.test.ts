import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { whyPackagesAreDue } from '../../scripts/setup/node-packages.mjs';

const wanted = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/other-system': { version: '2.0.0', optional: true },
};

function why(t: TestContext, installed: object | null, locked: object = wanted) {
  const root = mkdtempSync(join(tmpdir(), 'longhaul-packages-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (installed !== null) {
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return whyPackagesAreDue(root);
}

test('nothing is due when all is there, but for what another system needs', t => {
  assert.equal(why(t, { 'node_modules/a': { version: '1.0.0' } }), null);
});

test('an installation that npm did not finish is due', t => {
  assert.match(why(t, null) ?? '', /not there/);
});

test('another version is due, and a missing package', t => {
  assert.match(why(t, { 'node_modules/a': { version: '1.0.1' } }) ?? '', /has changed/);
  assert.match(why(t, {}) ?? '', /has changed/);
});
