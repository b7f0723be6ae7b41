import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText, sourceFiles } from './architecture/source-files.ts';

const keys = new Set(Object.keys(JSON.parse(readText('_locales/en/messages.json')) as Record<string, unknown>));
const code = sourceFiles('src', 'popup')
  .map(file => file.code)
  .join('\n');
const manifest = readText('manifest.json');

const literals = new Set([...code.matchAll(/(['"])(\w+)\1/g)].map(([, , literal = '']) => literal));
/** What stands before the first `${` of a template: `failure_` of `failure_${code}`. */
const prefixes = [...code.matchAll(/`([a-zA-Z]+_)\$\{/g)].map(([, prefix = '']) => prefix);
const PLURAL = /_(zero|one|two|few|many|other)$/;

function isUsed(key: string): boolean {
  return (
    literals.has(key) ||
    (PLURAL.test(key) && literals.has(key.replace(PLURAL, ''))) ||
    prefixes.some(prefix => key.startsWith(prefix)) ||
    manifest.includes(`__MSG_${key}__`)
  );
}

test('every sentence of _locales/en is used', () => {
  const unused = [...keys].filter(key => !isUsed(key));
  assert.deepEqual(unused, []);
});

test('every sentence that is asked for exists', () => {
  const asked = [
    ...[...code.matchAll(/\bwords\(\s*'(\w+)'/g)].map(([, key = '']) => key),
    ...[...manifest.matchAll(/__MSG_(\w+?)__/g)].map(([, key = '']) => key),
  ];
  assert.ok(asked.length > 10, `only ${asked.length} uses were found`);
  assert.deepEqual(
    asked.filter(key => !keys.has(key)),
    [],
  );
});

test('every family of sentences that is asked for by a template exists', () => {
  const families = [...code.matchAll(/\bwords\(\s*`([a-zA-Z]+_)\$\{/g)].map(([, prefix = '']) => prefix);
  assert.deepEqual(
    families.filter(prefix => ![...keys].some(key => key.startsWith(prefix))),
    [],
  );
});
