import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COPIED, MODULES, STANDALONE } from '../scripts/build.mjs';
import { FOREIGN_SHEETS } from '../scripts/build/styles.mjs';
import { filesIn, readText, ROOT, sourceFiles } from './architecture/source-files.ts';

const manifest = JSON.parse(readText('manifest.json')) as Record<string, unknown>;
const scripts = [...Object.keys(MODULES), ...Object.keys(STANDALONE)].map(name => `${name}.js`);

/** Paths in the built extension, and the style sheets that pages name: the build joins those. */
const built = new Set([
  ...scripts,
  ...Object.values(COPIED),
  ...filesIn('popup/styles').map(path => path.replace('popup/', '')),
  ...Object.keys(FOREIGN_SHEETS).map(name => `styles/${name}`),
]);

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('the manifest names only files that the build makes', () => {
  const named = strings(manifest).filter(text => /^[\w/-]+\.(js|html|png|css|svg|json)$/.test(text));
  assert.ok(named.includes('worker.js') && named.includes('popup.html'), named.join(' '));
  assert.deepEqual(
    named.filter(path => !built.has(path)),
    [],
  );
});

test('the build finds all that it builds from', () => {
  const sources = [...Object.values(MODULES), ...Object.values(STANDALONE), ...Object.keys(COPIED)];
  sources.push(...Object.values(FOREIGN_SHEETS));
  assert.deepEqual(
    sources.filter(path => !existsSync(join(ROOT, path))),
    [],
  );
});

test('the pages name only files that the build makes', () => {
  const pages = Object.keys(COPIED).filter(path => path.endsWith('.html'));
  const missing = pages.flatMap(page => {
    const named = [...readText(page).matchAll(/\b(?:src|href)="([^"#:]+)"/g)].map(([, path = '']) => path);
    assert.ok(named.length > 0, `${page} names no file`);
    return named.filter(path => !built.has(path.replace(/^\//, ''))).map(path => `${page}: ${path}`);
  });
  assert.deepEqual(missing, []);
});

test('no page has a script or a style of its own, which the content security policy refuses', () => {
  const pages = Object.keys(COPIED).filter(path => path.endsWith('.html'));
  const inline = /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/i;
  assert.deepEqual(
    pages.filter(page => inline.test(readText(page))),
    [],
  );
});

test('every shortcut of the manifest is answered', () => {
  const code = sourceFiles('src')
    .map(file => file.code)
    .join('\n');
  const commands = Object.keys(manifest['commands'] as object).filter(name => !name.startsWith('_'));
  assert.deepEqual(
    commands.filter(name => !code.includes(`'${name}'`)),
    [],
  );
});

test('no permission is asked for that no code uses', () => {
  const code = sourceFiles('src')
    .map(file => file.code)
    .join('\n');
  // Those without an API of their own name.
  const silent: Record<string, string> = {
    unlimitedStorage: 'indexedDB|openDB',
    activeTab: 'scripting',
    declarativeNetRequestWithHostAccess: 'declarativeNetRequest',
  };
  const permissions = [
    ...(manifest['permissions'] as readonly string[]),
    ...(manifest['optional_permissions'] as readonly string[]),
  ];
  const unused = permissions.filter(
    name => !new RegExp(`\\b(${silent[name] ?? name.replace('.', '\\.')})\\b`).test(code),
  );
  assert.deepEqual(unused, []);
});

test('what can be done without is never asked for at the installation', () => {
  assert.deepEqual(manifest['optional_permissions'], ['downloads.open', 'notifications', 'tabs']);
});
