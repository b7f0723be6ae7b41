import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn, ROOT } from './architecture/source-files.ts';

const FOLDERS = ['src', 'popup', 'scripts', 'test', 'docs', '_locales', '.ci'];

/** What git tracks or would track; where there is no git, what lies in the folders of the project. */
function projectFiles(): readonly string[] {
  if (!existsSync(join(ROOT, '.git'))) return FOLDERS.filter(folder => existsSync(join(ROOT, folder))).flatMap(filesIn);
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  return listed.toString().split('\0').filter(Boolean);
}

/** Written in pieces, so that this file is not its own offender. */
const MACHINE = new RegExp(`(?<![\\w.:/*-])/(${['work', 'home', 'root', 'Users'].join('|')})/[\\w.-]+`);
const TEXT = /\.(m?[jt]sx?|json|html|css|md|ya?ml|sh)$|(^|\/)(run|LICENSE)$/;

test('no file names a place of the machine it was written on', () => {
  const paths = projectFiles().filter(path => TEXT.test(path) && existsSync(join(ROOT, path)));
  assert.ok(paths.length > 40, `only ${paths.length} files were found`);
  const offenders = paths.flatMap(path => {
    const found = MACHINE.exec(readFileSync(join(ROOT, path), 'utf8'));
    return found === null ? [] : [`${path}: ${found[0]}`];
  });
  if (offenders.length > 0) assert.fail(`Paths of one machine:\n${offenders.join('\n')}`);
});
